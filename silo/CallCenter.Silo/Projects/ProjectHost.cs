using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Calls;
using CallCenter.Engine;
using CallCenter.Journal;
using CallCenter.Silo.Loop;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Projects;

/// <summary>
/// One project inside the loop: its engine (the pure <see cref="Project"/>), its place in the journal, its board. A command is one
/// turn: (1) the engine decides; (2) its events go to the journal's buffer; (3) its effects wait in line as orders, which
/// <see cref="Signaling.ProjectOrders"/> carries out, one after another, when the present input is handled. So whoever reports a fact
/// knows the decision at once, and nobody is called back in the middle of what he does.
/// </summary>
internal sealed class ProjectHost : ILoopPart
{
    private readonly Project _engine;
    private readonly JournalWriter _journal;
    private readonly LoopCounters _counters;
    private readonly ILogger _log;
    private readonly Turn _turn = new();
    private readonly Random _chance = new();
    private readonly Queue<ProjectEffect> _orders = new();
    private readonly BoardFeed _feed;
    private long _sequence;
    private long _lastChangeAt;
    private long _oldestUnseenAt;
    private long _quietUntil;

    public ProjectHost(Project engine, JournalWriter journal, LoopCounters counters, ILogger log)
    {
        _engine = engine;
        _journal = journal;
        _counters = counters;
        _log = log;
        OutgoingAlarm = new OutgoingAlarm(log);
        _feed = new BoardFeed(TakeForFollowers);
        _sequence = engine.Sequence;
        counters.CallsLive = engine.LiveCalls;
    }

    public ProjectId Id => _engine.Id;

    /// <summary>For questions; every change goes through <see cref="Handle"/>.</summary>
    public Project Engine => _engine;

    /// <summary>Outgoing calls refused by a limit; read from any thread.</summary>
    public OutgoingAlarm OutgoingAlarm { get; }

    /// <summary>The newest journaled event; from any thread.</summary>
    public long Sequence => Volatile.Read(ref _sequence);

    /// <summary>When the next deadline of the project is served.</summary>
    public long NextDeadline => Math.Max(_engine.NextDue ?? long.MaxValue, _quietUntil);

    public long NextDue => Math.Min(NextDeadline, _feed.NextDue);

    /// <summary>
    /// One turn. Its events are in the journal's buffer when this returns; its orders are carried out after the present input, behind
    /// those of the turns before.
    /// </summary>
    public CommandReply Handle(ProjectCommand command, long now)
    {
        var began = _counters.Telemetry.Turn.Begin();
        _turn.Clear();
        try
        {
            return _engine.Handle(command, new TurnInput(now, Chance()), _turn);
        }
        finally
        {
            // Also when the engine threw: what it emitted before is applied, so it has to be in the journal.
            Keep(now);
            foreach (var effect in _turn.Effects)
            {
                _orders.Enqueue(effect);
            }

            _counters.Telemetry.Turn.End(began);
        }
    }

    /// <summary>The oldest order that nobody has carried out.</summary>
    public bool TryTakeOrder([MaybeNullWhen(false)] out ProjectEffect order) => _orders.TryDequeue(out order);

    /// <summary>
    /// No deadline is served before this time. After a restart peers first have to say again what nobody heard: who took the call while
    /// we were away has not missed it.
    /// </summary>
    public void StayQuietUntil(long time) => _quietUntil = time;

    public void Fire(long now)
    {
        if (NextDeadline <= now)
        {
            Handle(PassTime.Instance, now);
        }
    }

    public void BatchWritten(long now) => _feed.Show(now);

    public BoardSnapshot Board(long now) => _engine.Board(now, _oldestUnseenAt == 0 ? _lastChangeAt : _oldestUnseenAt);

    public Channel<BoardSnapshot> Follow(long now) => _feed.Add(now);

    public bool Unfollow(Channel<BoardSnapshot> follower) => _feed.Remove(follower);

    /// <summary>Ends the streams of everyone who follows: the silo stops.</summary>
    public void EndFeeds() => _feed.Close();

    private void Keep(long now)
    {
        if (_turn.Events.Count == 0)
        {
            return;
        }

        var first = Sequence + 1;
        _journal.Append(Id, first, now, _turn.Events);
        Volatile.Write(ref _sequence, first + _turn.Events.Count - 1);
        _counters.Events += _turn.Events.Count;
        foreach (var happened in _turn.Events)
        {
            Count(happened, now);
        }

        if (_turn.Events is [AuditNoted or ConversationRecorded or RecordingDeleted or LegMeasured])
        {
            return; // no board shows it
        }

        _lastChangeAt = now;
        _oldestUnseenAt = _oldestUnseenAt == 0 ? now : _oldestUnseenAt;
        _feed.Change();
    }

    private void Count(ProjectEvent happened, long now)
    {
        switch (happened)
        {
            case CallArrived:
                _counters.CallsLive++;
                break;
            case CallRouted routed:
                OutgoingAlarm.Look(routed, _turn.Events, now);
                break;
            case CallEnded ended:
                _counters.CallsLive--;
                _counters.CallsEnded++;
                _counters.Telemetry.Traces.Ended(Id, ended.Record);
                ProjectLog.CallEnded(_log, ended.Record.Call.Value, ended.Record.Outcome, ended.Record.EndedBy, ended.Record.SipCallId);
                break;
        }
    }

    private BoardSnapshot TakeForFollowers(long now)
    {
        var board = Board(now);
        _oldestUnseenAt = 0;
        return board;
    }

    /// <summary>Who rings first is no secret: a fast source does, and six turns a call need it.</summary>
    private ulong Chance() => ((ulong)_chance.NextInt64() << 1) ^ (ulong)_chance.NextInt64();
}
