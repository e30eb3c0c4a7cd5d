using CallCenter.Abstractions;
using CallCenter.History.Backups;
using CallCenter.History.Shipping;
using CallCenter.Journal;
using CallCenter.Journal.Codecs;
using Dapper;
using Npgsql;

namespace CallCenter.History.Rebuilding;

/// <summary>
/// Makes the tables of calls, days and decisions anew from the events that PostgreSQL keeps (<c>event_batches</c>), as the shipper made
/// them. For a data folder that nobody else holds. All of it is one transaction: whatever ends it early, the tables are as they were.
/// 1. Take the rows of the projects out of every table that is made of events.
/// 2. Read each project's batches in order, show each turn to whoever wants to know it, and write its rows.
/// 3. A turn that PostgreSQL does not take stays out if an operator gave it up (<see cref="JournalGaps"/>); else nothing is changed.
/// </summary>
public sealed class HistoryRebuild : IAsyncDisposable
{
    private const string Mark = "rows";
    private const int BatchesAtATime = 8;
    private readonly HistoryDump _server;
    private readonly NpgsqlDataSource _database;

    private HistoryRebuild(HistoryDump server) => (_server, _database) = (server, server.Open());

    /// <summary>Throws <see cref="RefusedStartException"/>: there is no database, or it cannot be reached.</summary>
    public static async Task<HistoryRebuild> Open(HistoryOptions options, CancellationToken cancellation)
    {
        var server = await HistoryDump.OfStopped(options, cancellation).ConfigureAwait(false);
        var rebuild = new HistoryRebuild(server);
        try
        {
            await Migrator.Migrate(rebuild._database, cancellation).ConfigureAwait(false);
            return rebuild;
        }
        catch (Exception failure)
        {
            await rebuild.DisposeAsync().ConfigureAwait(false);
            if (failure is NpgsqlException) throw new RebuildFailedException($"The database cannot be used: {failure.Message}", failure);
            throw;
        }
    }

    public async Task<IReadOnlyList<ShippedProject>> Projects(CancellationToken cancellation) =>
        [.. (await _server.Shipped(cancellation).ConfigureAwait(false))
            .Select(row => new ShippedProject(row.Key, row.Value.Journal, row.Value.Sequence))
            .Where(project => project.Sequence > 0)
            .OrderBy(project => project.Id.Value, StringComparer.Ordinal)];

    /// <param name="see">Gets every turn, in order, project by project.</param>
    /// <param name="seen">Called when all were seen, before it counts: what it throws ends the whole without a trace.</param>
    public async Task Run(
        IReadOnlyList<ShippedProject> projects, Action<JournalTurn> see, Action seen, CancellationToken cancellation)
    {
        try
        {
            using var rows = new HistoryRows();
            await using var connection = await _database.OpenConnectionAsync(cancellation).ConfigureAwait(false);
            await using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
            foreach (var table in rows.Projections)
            {
                await connection.ExecuteAsync(new CommandDefinition(
                    $"DELETE FROM {table} WHERE project = ANY(@Projects)",
                    new { Projects = projects.Select(project => project.Id.Value).ToArray() },
                    cancellationToken: cancellation)).ConfigureAwait(false);
            }
            foreach (var project in projects)
            {
                await Run(project, rows, transaction, see, cancellation).ConfigureAwait(false);
            }
            seen();
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is NpgsqlException or UnreadableEventException or RejectedTurnException)
        {
            throw new RebuildFailedException($"Nothing was rebuilt: {failure.Message}", failure);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync().ConfigureAwait(false);
        await _server.DisposeAsync().ConfigureAwait(false);
    }

    private async Task Run(
        ShippedProject project, HistoryRows rows, NpgsqlTransaction transaction, Action<JournalTurn> see, CancellationToken cancellation)
    {
        long after = 0;
        while (await Batches(transaction.Connection!, project.Id, after, cancellation).ConfigureAwait(false) is { Count: > 0 } batches)
        {
            foreach (var payload in batches)
            {
                var turns = EventBatch.Read(project.Id, payload);
                foreach (var turn in turns)
                {
                    see(turn);
                }
                after = turns[^1].LastSequence;
                if (await Write(rows, turns, transaction, cancellation).ConfigureAwait(false) is not null)
                {
                    await WriteOneByOne(rows, turns, transaction, cancellation).ConfigureAwait(false);
                }
            }
        }
    }

    private async Task WriteOneByOne(
        HistoryRows rows, IReadOnlyList<JournalTurn> turns, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        foreach (var turn in turns)
        {
            if (await Write(rows, [turn], transaction, cancellation).ConfigureAwait(false) is { } rejection
                && !await JournalGaps.Cover(_database, turn, cancellation).ConfigureAwait(false))
            {
                throw new RejectedTurnException(turn, rejection);
            }
        }
    }

    /// <summary>Why PostgreSQL does not take them for what is in them; then nothing of them is there. Null when they are written.</summary>
    private static async Task<Exception?> Write(
        HistoryRows rows, IReadOnlyList<JournalTurn> turns, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        await transaction.SaveAsync(Mark, cancellation).ConfigureAwait(false);
        try
        {
            rows.FillProjections(turns);
            foreach (var table in rows.Filled)
            {
                await using var copy = await transaction.Connection!.BeginRawBinaryCopyAsync(table.Command, cancellation)
                    .ConfigureAwait(false);
                await copy.WriteAsync(table.Finish(), cancellation).ConfigureAwait(false);
            }
            await transaction.ReleaseAsync(Mark, cancellation).ConfigureAwait(false);
            return null;
        }
        catch (Exception rejection) when (RejectedTurnException.IsAboutContent(rejection))
        {
            await transaction.RollbackAsync(Mark, cancellation).ConfigureAwait(false);
            return rejection;
        }
    }

    private static async Task<List<byte[]>> Batches(
        NpgsqlConnection connection, ProjectId project, long after, CancellationToken cancellation) =>
        [.. await connection.QueryAsync<byte[]>(new CommandDefinition(
            """
            SELECT payload FROM event_batches WHERE project = @Project AND first_sequence > @After
            ORDER BY first_sequence LIMIT @Most
            """,
            new { Project = project.Value, After = after, Most = BatchesAtATime },
            cancellationToken: cancellation)).ConfigureAwait(false)];
}
