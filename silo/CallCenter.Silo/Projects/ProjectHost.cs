using System.Threading.Channels;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Calls;
using CallCenter.Engine;
using CallCenter.Silo.Journal;
using CallCenter.Silo.Loop;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Projects;

/// <summary>
/// One project inside the loop: its engine (the pure <see cref="Engine.Project"/>), its place in the journal, its board. A command is one turn: (1) the engine decides;
/// (2) its events go to the journal's buffer; (3) its effects are carried out, their messages wait in the outbox for the flush;
/// (4) what carrying out brought up (a phone that cannot be rung) is handled as turns of its own.
/// </summary>
internal sealed class ProjectHost : ILoopPart
{
    private readonly Project _engine;
    private readonly JournalWriter _journal;
    private readonly SiloCounters _counters;
    private readonly ILogger _log;
    private readonly Turn _turn = new();
    private readonly Random _chance = new();
    private readonly List<ProjectEffect> _ordered = [];
    private readonly Queue<ProjectCommand> _reported = new();
    private readonly BoardFeed _feed;
    private long _sequence;
    private long _lastChangeAt;
    private long _oldestUnseenAt;
    private bool _carryingOut;

    public ProjectHost(ProjectId id, Project engine, JournalWriter journal, SiloCounters counters, ILogger log)
    {
        Id = id;
        _engine = engine;
        _journal = journal;
        _counters = counters;
        _log = log;
        OutgoingAlarm = new OutgoingAlarm(log);
        _feed = new BoardFeed(TakeForFollowers);
        _sequence = engine.Sequence;
        counters.CallsLive = engine.LiveCalls;
    }

    public ProjectId Id { get; }

    /// <summary>For questions; every change goes through <see cref="Handle"/>.</summary>
    public Project Engine => _engine;

    /// <summary>Who carries out effects; set once at the start.</summary>
    public IEffects? Effects { get; set; }

    /// <summary>Takes snapshots; set once at the start.</summary>
    public SnapshotKeeper? Snapshots { get; set; }

    /// <summary>Outgoing calls refused by a limit; read from any thread.</summary>
    public OutgoingAlarm OutgoingAlarm { get; }

    /// <summary>The newest journaled event; from any thread.</summary>
    public long Sequence => Volatile.Read(ref _sequence);

    /// <summary>
    /// No deadline is served before this time. After a restart peers first have to say again what nobody heard: who took the call while
    /// we were away has not missed it.
    /// </summary>
    public long QuietUntil { get; set; }

    public long NextDue => Math.Min(Math.Max(_engine.NextDue ?? long.MaxValue, QuietUntil), _feed.NextDue);

    /// <summary>One turn with everything that follows from it.</summary>
    public CommandReply Handle(ProjectCommand command, long now)
    {
        var reply = Decide(command, now);
        CarryOut(now);
        return reply;
    }

    /// <summary>
    /// The first half of a turn, for a caller who has to know the reply before the effects arrive; <see cref="CarryOut"/> must follow.
    /// </summary>
    public CommandReply Decide(ProjectCommand command, long now)
    {
        _turn.Clear();
        try
        {
            return _engine.Handle(command, new TurnInput(now, Chance()), _turn);
        }
        finally
        {
            // Also when the engine threw: what it emitted before is applied, so it has to be in the journal.
            Keep(now);
            _ordered.AddRange(_turn.Effects);
        }
    }

    /// <summary>Does what is no turn itself; what it tells is handled in turns of its own afterwards, and what they order.</summary>
    public void Aside(Action<long> work, long now)
    {
        _carryingOut = true;
        try
        {
            work(now);
        }
        finally
        {
            _carryingOut = false;
        }

        CarryOut(now);
    }

    /// <summary>The second half: effects in order, then what they brought up.</summary>
    public void CarryOut(long now)
    {
        if (_carryingOut)
        {
            throw new InvalidOperationException("An effect may not start a turn; tell the command instead.");
        }

        _carryingOut = true;
        try
        {
            while (true)
            {
                for (var i = 0; i < _ordered.Count; i++)
                {
                    Effects?.CarryOut(_ordered[i], now);
                }

                _ordered.Clear();
                if (!_reported.TryDequeue(out var command))
                {
                    return;
                }

                Decide(command, now);
            }
        }
        finally
        {
            _ordered.Clear();
            _carryingOut = false;
        }
    }

    /// <summary>Handles a fact: at once, or after the present turn when it came up while its effects are carried out.</summary>
    public void Tell(ProjectCommand command, long now)
    {
        if (_carryingOut)
        {
            _reported.Enqueue(command);
        }
        else
        {
            Handle(command, now);
        }
    }

    public void Fire(long now)
    {
        if (_engine.NextDue <= now && QuietUntil <= now)
        {
            ReportRingsOver(now);
            Handle(PassTime.Instance, now);
        }
    }

    /// <summary>Whose phones gave no sign, or refused on one of several, did not just leave the call unanswered.</summary>
    private void ReportRingsOver(long now)
    {
        foreach (var leg in _engine.RungLongEnough(now))
        {
            if (Effects?.RingOver(leg, now) is { } report)
            {
                Handle(report, now);
            }
        }
    }

    public void BatchWritten(long now)
    {
        _feed.Show(now);
        Snapshots?.Consider();
    }

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

        if (_turn.Events is [AuditNoted])
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
