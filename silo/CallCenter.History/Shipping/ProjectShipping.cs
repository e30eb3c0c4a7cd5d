using CallCenter.Abstractions;
using CallCenter.Journal;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CallCenter.History.Shipping;

/// <summary>How far one project is shipped, and what stands in its way. Written by the shipper, read by anyone.</summary>
internal sealed class ProjectShipping(
    ProjectId project, IJournalReader journal, HistoryOptions options, TimeProvider time, ILogger logger)
{
    private const string NotBegun = "not begun";
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private long _shipped;
    private volatile string? _problem = NotBegun;
    private volatile bool _hasBegun;
    private long _oldestAt;
    private TimeSpan _pause = FirstPause;
    private long _notBefore;

    public ProjectId Project => project;

    /// <summary>Journaled, but not in PostgreSQL.</summary>
    public long Backlog => Math.Max(0, journal.LastSequence(project) - Shipped);

    /// <summary>How long the oldest event that is not in PostgreSQL has been waiting, to within a batch.</summary>
    public TimeSpan OldestAge => Volatile.Read(ref _oldestAt) is > 0 and var at && Backlog > 0
        ? TimeSpan.FromMilliseconds(Math.Max(0, time.GetUtcNow().ToUnixTimeMilliseconds() - at))
        : TimeSpan.Zero;

    /// <summary>The sequence up to which PostgreSQL has everything.</summary>
    public long Shipped => Volatile.Read(ref _shipped);

    /// <summary>Why nothing is shipped right now; null while it goes well.</summary>
    public string? Problem => _problem;

    /// <summary>Whether the database was reached once, so that <see cref="Shipped"/> is known.</summary>
    public bool HasBegun => _hasBegun;

    /// <summary>The mark has to be read before anything is shipped.</summary>
    public bool NeedsMark { get; private set; } = true;

    /// <summary>Milliseconds until it may be tried again; 0 when it may.</summary>
    public long RestsMs => Math.Max(0, _notBefore - Environment.TickCount64);

    /// <summary>Most events of the next batch: fewer while a turn is searched that PostgreSQL rejects.</summary>
    public int MostEvents { get; private set; } = options.BatchEvents;

    public bool IsSearched => MostEvents < options.BatchEvents;

    /// <summary>There is something to ship, and nothing in its way.</summary>
    public bool IsReady => !NeedsMark && RestsMs == 0 && Backlog > 0;

    /// <summary>A server that died may have forgotten its last commits, or be gone without anybody noticing.</summary>
    public void LookAgain() => NeedsMark = true;

    /// <summary>Reads the mark; it must be of this journal and not ahead of it.</summary>
    public async Task ReadMark(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var shipped = await HighWater.Read(connection, project, journal.Id, cancellation).ConfigureAwait(false);
        var journaled = journal.LastSequence(project);
        if (shipped > journaled)
        {
            throw new WrongJournalException(
                $"The database has project {project} up to sequence {shipped}, the journal only up to {journaled}: the journal was cut or "
                + "restored from a backup. Restore a database backup that is not newer than the journal, or use an empty database.");
        }
        NeedsMark = false;
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

    /// <summary>Events have come; the oldest of them waits from now on.</summary>
    public void NoteWaiting()
    {
        if (Backlog == 0)
        {
            Volatile.Write(ref _oldestAt, 0);
        }
        else if (Volatile.Read(ref _oldestAt) == 0)
        {
            Volatile.Write(ref _oldestAt, time.GetUtcNow().ToUnixTimeMilliseconds());
        }
    }

    /// <summary>The turns that are next, at most about so many events.</summary>
    public IReadOnlyList<JournalTurn> Next(int mostEvents) => journal.ReadAfter(project, Shipped, Math.Min(mostEvents, MostEvents));

    /// <summary>Inside the transaction of the rows: moves the mark, and says what the journal no longer had.</summary>
    public async Task MoveMark(NpgsqlConnection connection, IReadOnlyList<JournalTurn> turns, CancellationToken cancellation)
    {
        var shipped = Shipped;
        if (turns[0].FirstSequence != shipped + 1)
        {
            // The journal was trimmed before this database had it (a database restored or made new later).
            logger.JournalGap(project.Value, shipped, turns[0].FirstSequence);
            await JournalGaps.Record(connection, project, shipped + 1, turns[0].FirstSequence - 1, cancellation).ConfigureAwait(false);
        }
        await HighWater.Move(connection, project, journal.Id, shipped, turns[^1].LastSequence, cancellation).ConfigureAwait(false);
    }

    /// <summary>The transaction is committed.</summary>
    public void Committed(IReadOnlyList<JournalTurn> turns)
    {
        Volatile.Write(ref _oldestAt, turns[^1].At);
        Volatile.Write(ref _shipped, turns[^1].LastSequence);
        MostEvents = Math.Min(options.BatchEvents, MostEvents * 2);
        _pause = FirstPause;
        GoesOn();
    }

    /// <summary>The turns were rejected together: the next batch holds half of them.</summary>
    public void Halve(IReadOnlyList<JournalTurn> turns) => MostEvents = Math.Max(1, turns.Sum(static turn => turn.Count) / 2);

    /// <summary>What fails here alone rests for a while, longer each time; the others go on.</summary>
    public void Rest(Exception failure)
    {
        Report(failure);
        NeedsMark = true;
        _notBefore = Environment.TickCount64 + (long)_pause.TotalMilliseconds;
        _pause = TimeSpan.FromTicks(Math.Min(_pause.Ticks * 2, options.LongestPause.Ticks));
    }

    public void Report(Exception failure)
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

    private void GoesOn()
    {
        if (_problem is not null)
        {
            _problem = null;
            logger.ShippingGoesOn(project.Value, Shipped, Backlog);
        }
    }
}
