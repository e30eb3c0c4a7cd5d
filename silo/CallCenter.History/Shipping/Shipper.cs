using CallCenter.Abstractions;
using CallCenter.Abstractions.Journal;
using CallCenter.Abstractions.Ports;
using Dapper;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CallCenter.History.Shipping;

/// <summary>
/// Copies one project's journal to PostgreSQL, in order and exactly once.
/// 1. Read the high-water mark; it must be of this journal and not ahead of it.
/// 2. Wait for events, linger for company, read a batch.
/// 3. Make the journal durable up to there, so that the database never knows more than the disk.
/// 4. One transaction: COPY the rows of every table, move the high-water mark from where it was, commit.
/// 5. After any failure pause, longer each time, and begin at 1: whether a commit whose answer was lost took place, the mark tells.
/// </summary>
internal sealed class Shipper(ProjectId project, IJournalReader journal, NpgsqlDataSource database, HistoryOptions options, ILogger logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private long _shipped;
    private volatile string? _problem = "not begun";
    private bool _hasBegun;

    /// <summary>Journaled, but not in PostgreSQL.</summary>
    public long Backlog => Math.Max(0, journal.LastSequence(project) - Volatile.Read(ref _shipped));

    /// <summary>The sequence up to which PostgreSQL has everything.</summary>
    public long Shipped => Volatile.Read(ref _shipped);

    /// <summary>Why nothing is shipped right now; null while it goes well.</summary>
    public string? Problem => _problem;

    public ProjectId Project => project;

    /// <summary>Runs until cancelled.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        var pause = FirstPause;
        using var rows = new HistoryRows();
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await Begin(cancellation).ConfigureAwait(false);
                while (true)
                {
                    await journal.WaitAfter(project, Shipped, cancellation).ConfigureAwait(false);
                    if (Backlog < options.BatchEvents)
                    {
                        await Task.Delay(options.Linger, cancellation).ConfigureAwait(false);
                    }
                    await ShipBatch(rows, cancellation).ConfigureAwait(false);
                    pause = FirstPause;
                }
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                Report(failure);
                await Task.Delay(pause, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, options.LongestPause.Ticks));
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task Begin(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        var shipped = await HighWater.Read(connection, project, journal.Id, cancellation).ConfigureAwait(false);
        var journaled = journal.LastSequence(project);
        if (shipped > journaled)
        {
            throw new WrongJournalException(
                $"The database has project {project} up to sequence {shipped}, the journal only up to {journaled}: the journal was cut or "
                + "restored from a backup. Restore a database backup that is not newer than the journal, or use an empty database.");
        }
        Volatile.Write(ref _shipped, shipped);
        if (!_hasBegun)
        {
            logger.ShippingBegins(project.Value, shipped);
        }
        else if (_problem is not null)
        {
            logger.ShippingGoesOn(project.Value, shipped, journaled - shipped);
        }
        _hasBegun = true;
        _problem = null;
    }

    private async Task ShipBatch(HistoryRows rows, CancellationToken cancellation)
    {
        var shipped = Shipped;
        var turns = journal.ReadAfter(project, shipped, options.BatchEvents);
        if (turns.Count == 0)
        {
            return;
        }
        journal.MakeDurable();
        rows.Fill(turns);
        await using var connection = await database.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        foreach (var table in rows.Filled)
        {
            await using var copy = await connection.BeginRawBinaryCopyAsync(table.Command, cancellation).ConfigureAwait(false);
            await copy.WriteAsync(table.Finish(), cancellation).ConfigureAwait(false);
        }
        if (turns[0].FirstSequence != shipped + 1)
        {
            await RecordGap(connection, shipped, turns[0], cancellation).ConfigureAwait(false);
        }
        await HighWater.Move(connection, project, journal.Id, shipped, turns[^1].LastSequence, cancellation).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        Volatile.Write(ref _shipped, turns[^1].LastSequence);
    }

    /// <summary>
    /// The journal was trimmed before this database had it (a database restored or made new later). Kept, so that reports can say so.
    /// </summary>
    private async Task RecordGap(NpgsqlConnection connection, long shipped, JournalTurn first, CancellationToken cancellation)
    {
        logger.JournalGap(project.Value, shipped, first.FirstSequence);
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO journal_gaps (project, first_missing, last_missing) VALUES (@Project, @First, @Last)",
            new { Project = project.Value, First = shipped + 1, Last = first.FirstSequence - 1 },
            cancellationToken: cancellation)).ConfigureAwait(false);
    }

    private void Report(Exception failure)
    {
        var reason = failure is NpgsqlException { InnerException: { } inner } ? $"{failure.Message}: {inner.Message}" : failure.Message;
        if (_problem is null || !_hasBegun)
        {
            logger.ShippingStopped(project.Value, Shipped, reason);
            _hasBegun = true;
        }
        _problem = reason;
    }
}
