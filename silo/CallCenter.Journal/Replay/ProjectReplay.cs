using System.Diagnostics;
using System.Text.Json;
using CallCenter.Abstractions;
using CallCenter.Journal.Snapshots;

namespace CallCenter.Journal.Replay;

/// <summary>
/// Replays what a project's journal holds, in two ways that have to come to the same bytes:
/// 1. from the beginning (or, where the first events were let go, from the oldest snapshot) to the end, and each kept snapshot on the way
///    has to be what the replay comes to there;
/// 2. from the newest snapshot before the end to the end; where there is none, from a state that the first way put down half way.
/// </summary>
public sealed class ProjectReplay(ProjectId project, JournalReader journal, IReadOnlyList<Snapshot> snapshots, ReplayStart begin)
{
    private readonly Stopwatch _watch = new();
    private readonly List<SnapshotCheck> _checks = [];
    private Snapshot? _halfWay;
    private long _firstAt;
    private long _lastAt;

    /// <summary>
    /// Throws <see cref="JournalGapException"/> where events are missing, <see cref="JsonException"/> for a strange snapshot.
    /// </summary>
    public ReplayResult Run()
    {
        var whole = FromTheBeginning(out var start);
        var state = whole.State();
        var newest = snapshots.LastOrDefault(snapshot => snapshot.Sequence < whole.Sequence && snapshot.Sequence > start.Events);
        var between = newest ?? _halfWay;
        bool same = between is null || state.Span.SequenceEqual(FromThere(between).State().Span);
        return new ReplayResult(project, start.Events, whole.Sequence, whole.EndedCalls - start.Ended, whole.LiveCalls, _watch.Elapsed)
        {
            RecordedMs = _lastAt - _firstAt,
            Snapshots = _checks,
            ComparedFrom = between?.Sequence,
            SameBothWays = same,
        };
    }

    private IReplayedProject FromTheBeginning(out (long Events, long Ended) start)
    {
        var engine = HasFirstEvent() || snapshots.Count == 0
            ? begin(project, null)
            : begin(project, snapshots[0].State);
        start = (engine.Sequence, engine.EndedCalls);
        var half = engine.Sequence + ((journal.LastSequence(project) - engine.Sequence) / 2);
        var next = 0;
        Check(engine, ref next);
        foreach (var turn in Turns(engine.Sequence))
        {
            Apply(engine, turn);
            if (_firstAt == 0) _firstAt = turn.At;
            _lastAt = turn.At;
            if (next < snapshots.Count || (_halfWay is null && engine.Sequence >= half)) PutDown(engine, half, ref next);
        }
        return engine;
    }

    private IReplayedProject FromThere(Snapshot snapshot)
    {
        var engine = begin(project, snapshot.State);
        foreach (var turn in journal.All(Covered(engine.Sequence)))
        {
            if (turn.Project == project) Apply(engine, turn);
        }
        return engine;
    }

    private bool HasFirstEvent() => journal.ReadAfter(project, 0, 1) is [{ FirstSequence: 1 }, ..];

    /// <summary>The time that goes by here is the replay's: reading, decoding, applying.</summary>
    private IEnumerable<JournalTurn> Turns(long after)
    {
        _watch.Start();
        foreach (var turn in journal.All(Covered(after)))
        {
            if (turn.Project == project) yield return turn;
        }
        _watch.Stop();
    }

    private void PutDown(IReplayedProject engine, long half, ref int next)
    {
        _watch.Stop();
        Check(engine, ref next);
        if (_halfWay is null && engine.Sequence >= half) _halfWay = new Snapshot(engine.Sequence, engine.State().ToArray());
        _watch.Start();
    }

    /// <summary>A snapshot is taken between two turns, so the replay comes to exactly its sequence.</summary>
    private void Check(IReplayedProject engine, ref int next)
    {
        for (; next < snapshots.Count && snapshots[next].Sequence <= engine.Sequence; next++)
        {
            var snapshot = snapshots[next];
            bool same = snapshot.Sequence == engine.Sequence && engine.State().Span.SequenceEqual(snapshot.State);
            _checks.Add(new SnapshotCheck(snapshot.Sequence, same));
        }
    }

    private Dictionary<ProjectId, long> Covered(long sequence) => new() { [project] = sequence };

    private void Apply(IReplayedProject engine, JournalTurn turn)
    {
        if (turn.FirstSequence != engine.Sequence + 1) throw new JournalGapException(project, engine.Sequence, turn.FirstSequence - 1);
        var events = turn.Events;
        for (var i = 0; i < events.Count; i++) engine.Apply(events[i], turn.At);
    }
}
