using System.Net.Sockets;
using System.Text;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.History;
using CallCenter.Abstractions.Ports;
using CallCenter.History.Columns;
using Dapper;
using Npgsql;

namespace CallCenter.History.Reading;

/// <summary>
/// Reads history. A call's card is put together from the rows of its call, legs and visits, not from a second stored copy: the page
/// and the reports then cannot disagree.
/// </summary>
/// <param name="unavailable">Why there is no database right now, asked before every read; null when there is one.</param>
public sealed class HistoryReader(NpgsqlDataSource database, Func<string?> unavailable) : IHistoryReader
{
    private sealed record VersionRow(int Version, string Author, DateTime At);

    public ValueTask<CallPage> Calls(ProjectId project, CallQuery query, CancellationToken cancellation = default) =>
        Read(connection => CallPages.Read(connection, project, query, cancellation), cancellation);

    public ValueTask<CallCard?> Call(ProjectId project, CallId call, CancellationToken cancellation = default) =>
        Read(connection => ReadCard(connection, project, call, cancellation), cancellation);

    // The table of recordings comes with the recorder: until then nothing is recorded.
    public ValueTask<IReadOnlyList<RecordedConversation>> Recordings(
        ProjectId project, CallId call, CancellationToken cancellation = default) => Read(
        async connection =>
        {
            // A recording that was told of twice is the same both times.
            await using var command = new NpgsqlCommand(
                $"""
                SELECT DISTINCT ON (conversation) {RecordingTable.Select}, conversation,
                       EXISTS (SELECT 1 FROM recording_deletions d
                               WHERE d.project = r.project AND d.call = r.call AND d.conversation = r.conversation)
                FROM recordings r WHERE project = @project AND call = @call ORDER BY conversation, sequence DESC
                """,
                connection)
            {
                Parameters = { new NpgsqlParameter("project", project.Value), new NpgsqlParameter("call", call.Value) },
            };
            await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            return (IReadOnlyList<RecordedConversation>)await reader.ReadList(
                row => new RecordedConversation(
                    row.GetInt32(row.FieldCount - 2), RecordingTable.Read(row), IsDeleted: row.GetBoolean(row.FieldCount - 1)),
                cancellation).ConfigureAwait(false);
        },
        cancellation);

    public ValueTask<IReadOnlyDictionary<CallId, IReadOnlyList<int>>> WithSound(
        ProjectId project, IReadOnlyList<CallId> calls, EmployeeId? heardBy, CancellationToken cancellation = default) =>
        Read(connection => RecordedTalks.WithSound(connection, project, calls, heardBy, cancellation), cancellation);

    public ValueTask<ClientTalks> Talks(ProjectId project, TalkQuery query, CancellationToken cancellation = default) =>
        Read(connection => RecordedTalks.Read(connection, project, query, cancellation), cancellation);

    public ValueTask<CallTotals> Totals(ProjectId project, long from, long to, CancellationToken cancellation = default) => Read(
        async connection =>
        {
            // What a conversation made answered: calls that were put through a menu or voicemail only are missed, as on the board.
            var (incoming, answered, outgoing) = await connection.QuerySingleAsync<(int, int, int)>(new CommandDefinition(
                """
                SELECT count(*) FILTER (WHERE direction = @incoming)::int,
                       count(*) FILTER (WHERE direction = @incoming AND outcome = @answered)::int,
                       count(*) FILTER (WHERE direction = @outgoing)::int
                FROM calls WHERE project = @project AND arrived_at >= @from AND arrived_at < @to
                """,
                new
                {
                    project = project.Value,
                    from = HistoryTime.Utc(from),
                    to = HistoryTime.Utc(to),
                    incoming = (short)CallDirection.Incoming,
                    outgoing = (short)CallDirection.Outgoing,
                    answered = (short)CallOutcome.Answered,
                },
                cancellationToken: cancellation)).ConfigureAwait(false);
            return new CallTotals(from, to, incoming, answered, incoming - answered, outgoing);
        },
        cancellation);

    public ValueTask<IReadOnlyList<TrunkCalls>> CallsByTrunk(
        ProjectId project, long from, long to, CancellationToken cancellation = default) => Read(
        async connection =>
        {
            var rows = await connection.QueryAsync<(string Trunk, int Calls, int Failed)>(new CommandDefinition(
                """
                SELECT trunk, count(*)::int, (count(*) FILTER (WHERE outcome = ANY(@failed)))::int
                FROM calls WHERE project = @project AND arrived_at >= @from AND arrived_at < @to AND trunk IS NOT NULL
                GROUP BY trunk ORDER BY trunk
                """,
                new
                {
                    project = project.Value,
                    from = HistoryTime.Utc(from),
                    to = HistoryTime.Utc(to),
                    failed = new[] { (short)CallOutcome.Failed, (short)CallOutcome.Interrupted },
                },
                cancellationToken: cancellation)).ConfigureAwait(false);
            return (IReadOnlyList<TrunkCalls>)[.. rows.Select(row => new TrunkCalls(row.Trunk, row.Calls, row.Failed))];
        },
        cancellation);

    public ValueTask<IReadOnlyList<ConfigurationVersion>> ConfigurationVersions(
        ProjectId project, CancellationToken cancellation = default) =>
        Read(
            async connection =>
            {
                var rows = await connection.QueryAsync<VersionRow>(new CommandDefinition(
                    "SELECT version, author, at FROM configuration_versions WHERE project = @Project ORDER BY version DESC",
                    new { Project = project.Value },
                    cancellationToken: cancellation)).ConfigureAwait(false);
                return (IReadOnlyList<ConfigurationVersion>)
                    [.. rows.Select(row => new ConfigurationVersion(row.Version, row.Author, HistoryTime.UnixMs(row.At)))];
            },
            cancellation);

    public ValueTask<ProjectConfiguration?> ConfigurationDocument(
        ProjectId project, int version, CancellationToken cancellation = default) =>
        Read(
            async connection =>
            {
                var json = await connection.ExecuteScalarAsync<string>(new CommandDefinition(
                    "SELECT document FROM configuration_versions WHERE project = @Project AND version = @version",
                    new { Project = project.Value, version },
                    cancellationToken: cancellation)).ConfigureAwait(false);
                return json is null ? null : ConfigurationJson.Read(Encoding.UTF8.GetBytes(json));
            },
            cancellation);

    public ValueTask<AuditPage> Audit(ProjectId project, AuditQuery query, CancellationToken cancellation = default) =>
        Read(connection => AuditPages.Read(connection, project, query, cancellation), cancellation);

    private static async Task<CallCard?> ReadCard(
        NpgsqlConnection connection, ProjectId project, CallId call, CancellationToken cancellation)
    {
        const string whose = "WHERE project = @project AND call = @call";
        await using var batch = new NpgsqlBatch(connection);
        string[] statements =
        [
            $"SELECT {LegTable.Select} FROM legs {whose} ORDER BY number",
            $"SELECT {QueueVisitTable.Select} FROM queue_visits {whose} ORDER BY visit",
            $"SELECT {ConversationTable.Select} FROM conversations {whose} ORDER BY number",
            $"SELECT {StepTable.Select} FROM call_steps {whose} ORDER BY number",
            $"SELECT at, decision FROM decisions {whose} ORDER BY sequence",
            $"SELECT {LegQualityTable.Select} FROM leg_quality {whose} ORDER BY leg, sequence",
            $"SELECT {CallTable.Select} FROM calls c {whose}",
        ];
        foreach (var statement in statements)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(statement)
            {
                Parameters = { new NpgsqlParameter("project", project.Value), new NpgsqlParameter("call", call.Value) },
            });
        }
        await using var reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var legs = await reader.ReadList(LegTable.Read, cancellation).ConfigureAwait(false);
        var visits = await reader.ReadList(QueueVisitTable.Read, cancellation).ConfigureAwait(false);
        var conversations = await reader.ReadList(ConversationTable.Read, cancellation).ConfigureAwait(false);
        var steps = await reader.ReadList(StepTable.Read, cancellation).ConfigureAwait(false);
        var decisions = await reader.ReadList(
            row => new TimedDecision(ColumnTypes.Time.Read(row, 0), DecisionJson.Read(row.GetString(1))),
            cancellation).ConfigureAwait(false);
        var quality = await reader.ReadList(LegQualityTable.Read, cancellation).ConfigureAwait(false);
        return await reader.ReadAsync(cancellation).ConfigureAwait(false)
            ? new CallCard(WithConversations(CallTable.ReadRecord(reader, legs, visits, conversations, steps)), decisions)
            {
                Quality = quality,
            }
            : null;
    }

    // Silos of the version before may still write beside us, and no conversations.
    private static CallRecord WithConversations(CallRecord record) =>
        record.Conversations is [] ? record with { Conversations = ConversationRecord.OfOlder(record) } : record;

    private async ValueTask<T> Read<T>(Func<NpgsqlConnection, Task<T>> read, CancellationToken cancellation)
    {
        if (unavailable() is { } reason)
        {
            throw new HistoryUnavailableException($"History is not available: {reason}");
        }
        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellation).ConfigureAwait(false);
            return await read(connection).ConfigureAwait(false);
        }
        catch (Exception failure) when (IsAway(failure))
        {
            throw new HistoryUnavailableException($"History is not available: {failure.Message}", failure);
        }
    }

    /// <summary>
    /// The server is away, starting, stopping or overloaded; an error in a statement is not among these and goes through.
    /// </summary>
    private static bool IsAway(Exception failure) => failure switch
    {
        // No silo has made the tables yet.
        PostgresException { SqlState: PostgresErrorCodes.UndefinedTable } => true,
        PostgresException { SqlState: var state } => state[..2] is "08" or "53" or "57" or "58",
        NpgsqlException or SocketException or TimeoutException => true,
        _ => false,
    };
}
