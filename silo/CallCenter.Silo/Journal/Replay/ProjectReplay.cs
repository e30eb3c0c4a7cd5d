using System.Diagnostics;
using System.Text.Json;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Journal;
using CallCenter.Grains;
using CallCenter.Silo.Projects;

namespace CallCenter.Silo.Journal.Replay;

/// <summary>
/// Replays what a project's journal holds, in two ways that have to come to the same bytes:
/// 1. from the beginning (or, where the first events were let go, from the oldest snapshot) to the end, and each kept snapshot on the way
///    has to be what the replay comes to there;
/// 2. from the newest snapshot before the end to the end; where there is none, from a state that the first way put down half way.
/// </summary>
internal sealed class ProjectReplay(ProjectId project, JournalReader journal, IReadOnlyList<Snapshot> snapshots)
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
        var state = whole.Image().ToJson();
        var newest = snapshots.LastOrDefault(snapshot => snapshot.Sequence < whole.Sequence && snapshot.Sequence > start.Events);
        var between = newest ?? _halfWay;
        bool same = between is null || state.Span.SequenceEqual(FromThere(between).Image().ToJson().Span);
        return new ReplayResult(project, start.Events, whole.Sequence, whole.EndedCalls - start.Ended, whole.LiveCalls, _watch.Elapsed)
        {
            RecordedMs = _lastAt - _firstAt,
            Snapshots = _checks,
            ComparedFrom = between?.Sequence,
            SameBothWays = same,
        };
    }

    private ProjectGrain FromTheBeginning(out (long Events, long Ended) start)
    {
        var grain = HasFirstEvent() || snapshots.Count == 0
            ? new ProjectGrain(project)
            : ProjectGrain.Restore(project, snapshots[0].State);
        start = (grain.Sequence, grain.EndedCalls);
        var half = grain.Sequence + ((journal.LastSequence(project) - grain.Sequence) / 2);
        var next = 0;
        Check(grain, ref next);
        foreach (var turn in Turns(grain.Sequence))
        {
            Apply(grain, turn);
            if (_firstAt == 0) _firstAt = turn.At;
            _lastAt = turn.At;
            if (next < snapshots.Count || (_halfWay is null && grain.Sequence >= half)) PutDown(grain, half, ref next);
        }
        return grain;
    }

    private ProjectGrain FromThere(Snapshot snapshot)
    {
        var grain = ProjectGrain.Restore(project, snapshot.State);
        foreach (var turn in journal.All(Covered(grain.Sequence)))
        {
            if (turn.Project == project) Apply(grain, turn);
        }
        return grain;
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

    private void PutDown(ProjectGrain grain, long half, ref int next)
    {
        _watch.Stop();
        Check(grain, ref next);
        if (_halfWay is null && grain.Sequence >= half) _halfWay = new Snapshot(grain.Sequence, grain.Image().ToJson().ToArray());
        _watch.Start();
    }

    /// <summary>A snapshot is taken between two turns, so the replay comes to exactly its sequence.</summary>
    private void Check(ProjectGrain grain, ref int next)
    {
        for (; next < snapshots.Count && snapshots[next].Sequence <= grain.Sequence; next++)
        {
            var snapshot = snapshots[next];
            bool same = snapshot.Sequence == grain.Sequence && grain.Image().ToJson().Span.SequenceEqual(snapshot.State);
            _checks.Add(new SnapshotCheck(snapshot.Sequence, same));
        }
    }

    private Dictionary<ProjectId, long> Covered(long sequence) => new() { [project] = sequence };

    private void Apply(ProjectGrain grain, JournalTurn turn)
    {
        if (turn.FirstSequence != grain.Sequence + 1) throw new JournalGapException(project, grain.Sequence, turn.FirstSequence - 1);
        var events = turn.Events;
        for (var i = 0; i < events.Count; i++) grain.Apply(events[i], turn.At);
    }
}
