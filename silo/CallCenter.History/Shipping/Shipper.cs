using CallCenter.Abstractions;
using CallCenter.Journal;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CallCenter.History.Shipping;

/// <summary>
/// Copies one project's journal to PostgreSQL, in order and exactly once.
/// 1. Read the high-water mark; it must be of this journal and not ahead of it.
/// 2. Wait for events, linger for company, read a batch. While none come, look at the mark now and then: a server that died may have
///    forgotten its last commits, or be gone without anybody noticing.
/// 3. Make the journal durable up to there, so that the database never knows more than the disk.
/// 4. One transaction: COPY the rows of every table, move the high-water mark from where it was, commit.
/// 5. After any failure pause, longer each time, and begin at 1: whether a commit whose answer was lost took place, the mark tells. Where a
///    table is missing, the database is an older one by now (a standby that took over, a backup): it is migrated first.
/// 6. A batch that PostgreSQL rejects for what is in it is halved until the one turn is found that it does not take. That turn is named
///    in health and log, and tried again, until it is accepted or an operator gave it up (<see cref="RejectedTurnException"/>).
/// </summary>
internal sealed class Shipper(
    ProjectId project, IJournalReader journal, NpgsqlDataSource database, HistoryOptions options, TimeProvider time, ILogger logger)
{
    private const string NotBegun = "not begun";
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private long _shipped;
    private volatile string? _problem = NotBegun;
    private volatile bool _hasBegun;
    private bool _lacksTables;
    private int _mostEvents = options.BatchEvents;
    private long _oldestAt;

    /// <summary>Journaled, but not in PostgreSQL.</summary>
    public long Backlog => Math.Max(0, journal.LastSequence(project) - Volatile.Read(ref _shipped));

    /// <summary>How long the oldest event that is not in PostgreSQL has been waiting, to within a batch.</summary>
    public TimeSpan OldestAge => Volatile.Read(ref _oldestAt) is > 0 and var at && Backlog > 0
        ? TimeSpan.FromMilliseconds(Math.Max(0, time.GetUtcNow().ToUnixTimeMilliseconds() - at))
        : TimeSpan.Zero;

    /// <summary>The sequence up to which PostgreSQL has everything.</summary>
    public long Shipped => Volatile.Read(ref _shipped);

    /// <summary>Why nothing is shipped right now; null while it goes well.</summary>
    public string? Problem => _problem;

    public ProjectId Project => project;

    /// <summary>Whether the database was reached once, so that <see cref="Shipped"/> is known.</summary>
    public bool HasBegun => _hasBegun;

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
                    await WaitForEvents(cancellation).ConfigureAwait(false);
                    if (Backlog < options.BatchEvents && _mostEvents == options.BatchEvents)
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
                _lacksTables |= failure is PostgresException { SqlState: PostgresErrorCodes.UndefinedTable };
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
        if (_lacksTables)
        {
            var applied = await Migrator.Migrate(database, cancellation).ConfigureAwait(false);
            if (applied > 0)
            {
                logger.MigratedAgain(applied);
            }
            _lacksTables = false;
        }
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
        Volatile.Write(ref _oldestAt, journal.ReadAfter(project, shipped, 1) is [var oldest, ..] ? oldest.At : 0);
        if (!_hasBegun)
        {
            logger.ShippingBegins(project.Value, shipped);
            _hasBegun = true;
            _problem = null;
        }
        else if (shipped == journaled)
        {
            GoesOn();
        }
    }

    private async Task WaitForEvents(CancellationToken cancellation)
    {
        while (Backlog == 0)
        {
            Volatile.Write(ref _oldestAt, 0);
            using var quiet = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            quiet.CancelAfter(options.LookAgain);
            try
            {
                await journal.WaitAfter(project, Shipped, quiet.Token).ConfigureAwait(false);
                Volatile.Write(ref _oldestAt, time.GetUtcNow().ToUnixTimeMilliseconds());
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                await Begin(cancellation).ConfigureAwait(false);
            }
        }
    }

    private async Task ShipBatch(HistoryRows rows, CancellationToken cancellation)
    {
        var turns = journal.ReadAfter(project, Shipped, _mostEvents);
        if (turns.Count == 0)
        {
            return;
        }
        journal.MakeDurable();
        try
        {
            rows.Fill(turns);
            await Write(rows, turns, cancellation).ConfigureAwait(false);
            _mostEvents = Math.Min(options.BatchEvents, _mostEvents * 2);
        }
        catch (Exception rejection) when (turns.Count > 1 && RejectedTurnException.IsAboutContent(rejection))
        {
            _mostEvents = Math.Max(1, turns.Sum(turn => turn.Count) / 2);
            return;
        }
        catch (Exception rejection) when (RejectedTurnException.IsAboutContent(rejection))
        {
            if (!await JournalGaps.Cover(database, turns[0], cancellation).ConfigureAwait(false))
            {
                throw new RejectedTurnException(turns[0], rejection);
            }
            rows.FillEventsOnly(turns);
            await Write(rows, turns, cancellation).ConfigureAwait(false);
            logger.TurnGivenUp(project.Value, turns[0].FirstSequence, turns[0].LastSequence, rejection.Message);
        }
        GoesOn();
    }

    private async Task Write(HistoryRows rows, IReadOnlyList<JournalTurn> turns, CancellationToken cancellation)
    {
        var shipped = Shipped;
        await using var connection = await database.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        foreach (var table in rows.Filled)
        {
            await using var copy = await connection.BeginRawBinaryCopyAsync(table.Command, cancellation).ConfigureAwait(false);
            await copy.WriteAsync(table.Finish(), cancellation).ConfigureAwait(false);
        }
        if (turns[0].FirstSequence != shipped + 1)
        {
            // The journal was trimmed before this database had it (a database restored or made new later).
            logger.JournalGap(project.Value, shipped, turns[0].FirstSequence);
            await JournalGaps.Record(connection, project, shipped + 1, turns[0].FirstSequence - 1, cancellation).ConfigureAwait(false);
        }
        await HighWater.Move(connection, project, journal.Id, shipped, turns[^1].LastSequence, cancellation).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        Volatile.Write(ref _oldestAt, turns[^1].At);
        Volatile.Write(ref _shipped, turns[^1].LastSequence);
    }

    private void GoesOn()
    {
        if (_problem is not null)
        {
            _problem = null;
            logger.ShippingGoesOn(project.Value, Shipped, Backlog);
        }
    }

    private void Report(Exception failure)
    {
        var reason = failure switch
        {
            // The message itself ends with a remark on details that are not shown.
            PostgresException { SqlState: var state, MessageText: var text } => $"{state}: {text}",
            NpgsqlException { InnerException: { } inner } => $"{failure.Message}: {inner.Message}",
            _ => failure.Message,
        };
        if (failure is RejectedTurnException && _problem != reason)
        {
            logger.TurnRejected(reason);
        }
        else if (_problem is null or NotBegun)
        {
            logger.ShippingStopped(project.Value, Shipped, reason);
        }
        _problem = reason;
    }
}
