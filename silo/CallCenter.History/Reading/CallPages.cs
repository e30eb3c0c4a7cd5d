using System.Globalization;
using CallCenter.Abstractions;
using CallCenter.Abstractions.History;
using CallCenter.History.Columns;
using Npgsql;

namespace CallCenter.History.Reading;

/// <summary>Reads pages of the call journal.</summary>
internal static class CallPages
{
    /// <summary>Of a row of <c>calls c</c>: it is of the departments <c>@onlyOf</c>, or one of the employee <c>@self</c>.</summary>
    public const string OfDepartmentsOrOwn =
        """
        (c.owning_department = ANY(@onlyOf) OR EXISTS (
            SELECT FROM call_employees s
            WHERE s.project = c.project AND s.employee = @self AND s.call = c.call AND s.arrived_at = c.arrived_at))
        """;

    public static async Task<CallPage> Read(
        NpgsqlConnection connection, ProjectId project, CallQuery query, CancellationToken cancellation)
    {
        var (rows, goesOn, total) = await Statements(project, query).Read(connection, CallTable.ReadRow, cancellation)
            .ConfigureAwait(false);
        return new CallPage(rows, goesOn ? CallCursor.At(rows[^1], query.Sort) : null, total);
    }

    public static PageStatements Statements(ProjectId project, CallQuery query)
    {
        // "Own calls only" and the employee filter both lead through call_employees; when both are asked for, the second is a condition.
        var whose = query.OnlyOwnedBy ?? query.Employee;
        var arrived = whose is null ? "c.arrived_at" : "e.arrived_at";
        var page = new PageStatements
        {
            Columns = CallTable.Select,
            From = whose is null ? "calls c" : "call_employees e JOIN calls c ON c.project = e.project AND c.call = e.call",
            Key = query.Sort switch
            {
                CallSort.Wait => "c.wait_ms",
                CallSort.Talk => "c.talk_ms",
                CallSort.ClientNumber => "c.client_number",
                _ => arrived,
            },
            Tie = whose is not null && query.Sort == CallSort.Arrived ? "e.call" : "c.call",
            Descending = query.Descending,
            After = query.After is { } after ? (SortKey(query.Sort, after), after.Call.Value) : null,
            Size = query.Size,
        };
        page.Where("c.project = @project", "project", project.Value);
        if (whose is { } employee)
        {
            page.Where("e.project = @project");
            page.Where("e.employee = @whose", "whose", employee.Value);
        }
        if (query.OnlyOwnedBy is not null && query.Employee is { } other && other != query.OnlyOwnedBy)
        {
            page.Where(
                "EXISTS (SELECT FROM call_employees o WHERE o.project = c.project AND o.employee = @other AND o.call = c.call "
                + "AND o.arrived_at = c.arrived_at)",
                "other",
                other.Value);
        }
        page.Where($"{arrived} >= @from", "from", query.From is { } from ? HistoryTime.Utc(from) : null);
        page.Where($"{arrived} < @to", "to", query.To is { } to ? HistoryTime.Utc(to) : null);
        page.Where("c.owning_department = @department", "department", query.Department?.Value);
        if (query.OnlyOf is { Count: > 0 } only)
        {
            page.Where(OfDepartmentsOrOwn, "onlyOf", only.Select(static one => one.Value).ToArray());
            page.With("self", query.OrOwnedBy?.Value ?? "");
        }
        page.Where("c.direction = @direction", "direction", (short?)query.Direction);
        page.Where("c.outcome = @outcome", "outcome", (short?)query.Outcome);
        page.Where("c.numbers LIKE @number", "number", Pattern(query.Number));
        if (query.OnlyRecorded)
        {
            var heard = query.HeardBy is null ? "" : $" AND {RecordedTalks.IsHeard}";
            page.Where(
                $"EXISTS (SELECT FROM recordings r WHERE r.project = c.project AND r.call = c.call "
                + $"AND {RecordedTalks.HasSound}{heard})");
            if (query.HeardBy is { } hearer) page.With("hearer", hearer.Value);
        }
        return page;
    }

    private static object SortKey(CallSort sort, CallCursor after)
    {
        if (sort == CallSort.ClientNumber)
        {
            return after.Key;
        }
        if (!long.TryParse(after.Key, CultureInfo.InvariantCulture, out var number))
        {
            throw new ArgumentException($"The cursor's key '{after.Key}' is no number, as sorting by {sort} needs.", nameof(after));
        }
        return sort == CallSort.Arrived ? HistoryTime.Utc(number) : number;
    }

    /// <summary>
    /// The digits of what was typed, however it is grouped: "044 123-45" finds +3804412345. Without digits the text itself.
    /// </summary>
    private static string? Pattern(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        var wanted = digits.Length > 0
            ? digits
            : typed.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
                .Replace("_", "\\_", StringComparison.Ordinal);
        return $"%{wanted}%";
    }
}
