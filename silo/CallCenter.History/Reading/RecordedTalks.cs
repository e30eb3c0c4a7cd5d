using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.History;
using CallCenter.History.Columns;
using Npgsql;

namespace CallCenter.History.Reading;

/// <summary>Reads recorded conversations of many calls: whether there is something to hear, and who spoke when.</summary>
internal static class RecordedTalks
{
    /// <summary>Of a row of <c>recordings r</c>: its sound is there.</summary>
    public const string HasSound =
        """
        NOT EXISTS (SELECT FROM recording_deletions d WHERE d.project = r.project AND d.call = r.call AND d.conversation = r.conversation)
        """;

    /// <summary>Of a row of <c>recordings r</c>: the employee <c>@hearer</c> was on one of the two legs.</summary>
    public const string IsHeard =
        """
        EXISTS (SELECT FROM conversations h
            WHERE h.project = r.project AND h.call = r.call AND h.number = r.conversation
              AND (h.employee = @hearer OR EXISTS (
                  SELECT FROM legs l WHERE l.project = h.project AND l.call = h.call AND l.number IN (h.leg, h.other_leg)
                    AND l.employee = @hearer)))
        """;

    public static async Task<IReadOnlyDictionary<CallId, IReadOnlyList<int>>> WithSound(
        NpgsqlConnection connection, ProjectId project, IReadOnlyList<CallId> calls, EmployeeId? heardBy, CancellationToken cancellation)
    {
        var heard = heardBy is null ? "" : $" AND {IsHeard}";
        await using var command = new NpgsqlCommand(
            $"""
            SELECT DISTINCT r.call, r.conversation FROM recordings r
            WHERE r.project = @project AND r.call = ANY(@calls) AND {HasSound}{heard} ORDER BY r.call, r.conversation
            """,
            connection);
        command.Parameters.AddWithValue("project", project.Value);
        command.Parameters.AddWithValue("calls", calls.Select(static one => one.Value).ToArray());
        if (heardBy is { } hearer) command.Parameters.AddWithValue("hearer", hearer.Value);
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var found = await reader.ReadList(row => (Call: new CallId(row.GetInt64(0)), Conversation: row.GetInt32(1)), cancellation)
            .ConfigureAwait(false);
        return found.GroupBy(one => one.Call, one => one.Conversation)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<int>)[.. group]);
    }

    /// <summary>
    /// The places of the newest are found and cut off first; only then are the spans of those read. Whose they are leads through
    /// <c>call_employees</c>, which has each employee's calls by their arrival: an employee's year is not looked for among everybody's.
    /// </summary>
    public static async Task<ClientTalks> Read(
        NpgsqlConnection connection, ProjectId project, TalkQuery query, CancellationToken cancellation)
    {
        var most = Math.Clamp(query.Most, 1, TalkQuery.LargestMost);
        await using var command = Statement(connection, project, query, most);
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var talks = await reader.ReadList(ReadTalk, cancellation).ConfigureAwait(false);
        return new ClientTalks(talks.Count > most ? talks[..most] : talks, talks.Count > most);
    }

    private static NpgsqlCommand Statement(NpgsqlConnection connection, ProjectId project, TalkQuery query, int most)
    {
        var command = new NpgsqlCommand { Connection = connection };
        List<string> conditions = ["c.project = @project", "c.direction <> @internal", "t.employee IS NOT NULL"];
        With("project", project.Value);
        With("internal", (short)CallDirection.Internal);
        var arrived = query.Employees is null ? "c.arrived_at" : "e.arrived_at";
        if (query.Employees is { } employees) Where("e.project = @project AND e.employee = ANY(@employees)", "employees", Keys(employees));
        if (query.From is { } from) Where($"{arrived} >= @from", "from", HistoryTime.Utc(from));
        if (query.To is { } to) Where($"{arrived} < @to", "to", HistoryTime.Utc(to));
        if (query.Direction is { } direction) Where("c.direction = @direction", "direction", (short)direction);
        if (query.OnlyOf is { Count: > 0 } only)
        {
            Where(CallPages.OfDepartmentsOrOwn, "onlyOf", only.Select(static one => one.Value).ToArray());
            With("self", query.OrOwnedBy?.Value ?? "");
        }

        var calls = query.Employees is null
            ? "calls c JOIN conversations t ON t.project = c.project AND t.call = c.call"
            : "call_employees e JOIN calls c ON c.project = e.project AND c.call = e.call "
                + "JOIN conversations t ON t.project = e.project AND t.call = e.call AND t.employee = e.employee";
        // A recording that was told of twice is the same both times: its newest row counts.
        command.CommandText =
            $"""
            SELECT {RecordingTable.SelectOfAlias}, n.call, n.conversation, n.employee, n.direction, n.client_number, n.client_name
            FROM (
                SELECT {arrived} AS arrived_at, c.call, t.number AS conversation, t.employee, c.direction, c.client_number, c.client_name,
                       (SELECT max(s.sequence) FROM recordings s
                        WHERE s.project = @project AND s.call = t.call AND s.conversation = t.number) AS sequence
                FROM {calls}
                WHERE {string.Join(" AND ", conditions)}
                  AND EXISTS (SELECT FROM recordings x WHERE x.project = @project AND x.call = t.call AND x.conversation = t.number)
                ORDER BY {arrived} DESC, c.call DESC, t.number DESC LIMIT {most + 1}
            ) n
            JOIN recordings r ON r.project = @project AND r.sequence = n.sequence
            ORDER BY n.arrived_at DESC, n.call DESC, n.conversation DESC
            """;
        return command;

        void Where(string condition, string parameter, object value)
        {
            conditions.Add(condition);
            With(parameter, value);
        }

        void With(string parameter, object value) => command.Parameters.Add(new NpgsqlParameter(parameter, value));
    }

    private static string[] Keys(IReadOnlyList<EmployeeId> employees) => [.. employees.Select(static one => one.Value)];

    private static ClientTalk ReadTalk(NpgsqlDataReader row)
    {
        var at = row.FieldCount - 6;
        return new ClientTalk(
            new CallId(row.GetInt64(at)), row.GetInt32(at + 1), new EmployeeId(row.GetString(at + 2)), (CallDirection)row.GetInt16(at + 3),
            row.GetString(at + 4), row.IsDBNull(at + 5) ? null : row.GetString(at + 5), RecordingTable.Read(row));
    }
}
