using System.Globalization;
using CallCenter.Abstractions;
using CallCenter.Abstractions.History;
using Npgsql;

namespace CallCenter.History.Reading;

/// <summary>
/// The two statements of a journal page: its rows (one more than asked for, to know whether another page follows) and the count up to
/// <see cref="CallPage.CountedUpTo"/>. Only conditions that were asked for are written, so that the planner sees which index fits.
/// </summary>
internal sealed class CallQuerySql
{
    private readonly List<string> _conditions = ["c.project = @project"];
    private readonly List<NpgsqlParameter> _parameters = [];
    private readonly CallQuery _query;
    private readonly EmployeeId? _whose;

    public CallQuerySql(ProjectId project, CallQuery query)
    {
        _query = query with { Size = Math.Clamp(query.Size, 1, 500) };
        // "Own calls only" and the employee filter both lead through call_employees; when both are asked for, the second is a condition.
        _whose = query.OnlyOwnedBy ?? query.Employee;
        Add("project", project.Value);
        AddFilters();
    }

    public int Size => _query.Size;

    private string From => _whose is null
        ? "calls c"
        : "call_employees e JOIN calls c ON c.project = e.project AND c.call = e.call";

    public NpgsqlBatchCommand Page()
    {
        var conditions = new List<string>(_conditions);
        var parameters = Copy();
        var (column, call) = (SortColumn(), _whose is not null && _query.Sort == CallSort.Arrived ? "e.call" : "c.call");
        if (_query.After is { } after)
        {
            conditions.Add($"({column}, {call}) {(_query.Descending ? '<' : '>')} (@key, @after)");
            parameters.Add(new NpgsqlParameter("key", SortKey(after)));
            parameters.Add(new NpgsqlParameter("after", after.Call.Value));
        }
        var direction = _query.Descending ? "DESC" : "ASC";
        return Command(
            $"SELECT {CallColumns.Row} FROM {From} WHERE {string.Join(" AND ", conditions)} "
            + $"ORDER BY {column} {direction}, {call} {direction} LIMIT {_query.Size + 1}",
            parameters);
    }

    public NpgsqlBatchCommand Count() => Command(
        $"SELECT count(*) FROM (SELECT FROM {From} WHERE {string.Join(" AND ", _conditions)} LIMIT {CallPage.CountedUpTo}) counted",
        Copy());

    /// <summary>The place of a row in the chosen order.</summary>
    public CallCursor CursorOf(CallRow row) => new(
        _query.Sort switch
        {
            CallSort.Wait => row.WaitMs.ToString(CultureInfo.InvariantCulture),
            CallSort.Talk => row.TalkMs.ToString(CultureInfo.InvariantCulture),
            CallSort.ClientNumber => row.ClientNumber,
            _ => row.ArrivedAt.ToString(CultureInfo.InvariantCulture),
        },
        row.Call);

    private void AddFilters()
    {
        var arrived = _whose is null ? "c.arrived_at" : "e.arrived_at";
        if (_whose is { } whose)
        {
            Where("e.project = @project", null, null);
            Where("e.employee = @whose", "whose", whose.Value);
        }
        if (_query.OnlyOwnedBy is not null && _query.Employee is { } other && other != _query.OnlyOwnedBy)
        {
            Where(
                "EXISTS (SELECT FROM call_employees o WHERE o.project = c.project AND o.employee = @other AND o.call = c.call "
                + "AND o.arrived_at = c.arrived_at)",
                "other",
                other.Value);
        }
        Where($"{arrived} >= @from", "from", _query.From is { } from ? CallColumns.Utc(from) : null);
        Where($"{arrived} < @to", "to", _query.To is { } to ? CallColumns.Utc(to) : null);
        Where("c.owning_department = @department", "department", _query.Department?.Value);
        Where("c.direction = @direction", "direction", (short?)_query.Direction);
        Where("c.outcome = @outcome", "outcome", (short?)_query.Outcome);
        Where("c.numbers LIKE @number", "number", Pattern(_query.Number));
    }

    private string SortColumn() => _query.Sort switch
    {
        CallSort.Wait => "c.wait_ms",
        CallSort.Talk => "c.talk_ms",
        CallSort.ClientNumber => "c.client_number",
        _ => _whose is null ? "c.arrived_at" : "e.arrived_at",
    };

    private object SortKey(CallCursor after)
    {
        if (_query.Sort == CallSort.ClientNumber)
        {
            return after.Key;
        }
        if (!long.TryParse(after.Key, CultureInfo.InvariantCulture, out var number))
        {
            throw new ArgumentException($"The cursor's key '{after.Key}' is no number, as sorting by {_query.Sort} needs.", nameof(after));
        }
        return _query.Sort == CallSort.Arrived ? CallColumns.Utc(number) : number;
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

    private void Where(string condition, string? parameter, object? value)
    {
        if (parameter is not null && value is null)
        {
            return;
        }
        _conditions.Add(condition);
        if (parameter is not null)
        {
            Add(parameter, value!);
        }
    }

    private void Add(string parameter, object value) => _parameters.Add(new NpgsqlParameter(parameter, value));

    /// <summary>A parameter belongs to one command only.</summary>
    private List<NpgsqlParameter> Copy() => [.. _parameters.Select(parameter => parameter.Clone())];

    private static NpgsqlBatchCommand Command(string sql, List<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.AddRange(parameters.ToArray());
        return command;
    }
}
