using System.Diagnostics;
using System.Text.Json;
using CallCenter.Abstractions;
using CallCenter.Engine;
using CallCenter.Journal;
using CallCenter.Journal.Snapshots;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Projects;

/// <summary>
/// Builds the projects' states at the start: the newest snapshots, then every later event of the journal. Nothing is appended meanwhile.
/// A state has to arrive exactly where the journal ends; else one of the two was cut, and a person has to decide. Calls that ended at
/// the end of the journal are noted on the way.
/// </summary>
internal static class Recovery
{
    /// <summary>
    /// Writes and reads the snapshot of an empty project: a third of the time that a fresh process needs for its first one goes into
    /// compiling, and that can be done while the rest of the start still makes ready.
    /// </summary>
    public static void WarmUp()
    {
        var nobody = new ProjectId("");
        Project.Restore(nobody, new Project(nobody).Image().ToJson());
    }

    /// <summary>All of these projects, in one pass over the journal.</summary>
    public static IReadOnlyDictionary<ProjectId, RecoveredProject> Run(
        IReadOnlyList<ProjectId> projects, JournalFolder journal, string snapshots, ILogger log)
    {
        if (journal.Tail is { } tail)
        {
            ProjectLog.TornTail(log, tail.File, tail.Offset, tail.Bytes);
        }

        var watch = Stopwatch.StartNew();
        var recovering = projects.ToDictionary(
            static project => project, project => new Recovering(FromSnapshot(project, snapshots, log) ?? new Project(project)));
        var skipped = journal.Reader.Projects.ToDictionary(
            static project => project,
            project => recovering.TryGetValue(project, out var one) ? Math.Max(0, one.From - RecentEndings.CoveredEvents) : long.MaxValue);
        foreach (var turn in journal.Reader.All(skipped))
        {
            recovering[turn.Project].Take(turn);
        }

        foreach (var (project, one) in recovering)
        {
            if (one.Engine.Sequence != journal.Reader.LastSequence(project))
            {
                throw new JournalGapException(project, one.Engine.Sequence, journal.Reader.LastSequence(project));
            }

            ProjectLog.Recovered(log, project.Value, one.From, one.Engine.Sequence, watch.ElapsedMilliseconds);
        }

        return recovering.ToDictionary(static pair => pair.Key, static pair => pair.Value.Result);
    }

    private static Project? FromSnapshot(ProjectId project, string folder, ILogger log)
    {
        var newest = SnapshotFile.ReadNewest(
            folder, project, unusable => ProjectLog.SnapshotPassedOver(log, unusable.Path, unusable.Reason));
        if (newest is not { } snapshot)
        {
            return null;
        }

        try
        {
            return Project.Restore(project, snapshot.State);
        }
        catch (JsonException failure)
        {
            ProjectLog.SnapshotUnusable(log, folder, failure);
            return null;
        }
    }

    /// <summary>One project on the way.</summary>
    private sealed class Recovering(Project engine)
    {
        private readonly RecentEndings _endings = new();
        private long _at;

        public Project Engine => engine;

        /// <summary>What the snapshot has.</summary>
        public long From { get; } = engine.Sequence;

        public RecoveredProject Result => new(engine, From, _at, _endings.All);

        public void Take(JournalTurn turn)
        {
            _at = turn.At;
            if (turn.LastSequence <= From)
            {
                _endings.Covered(turn);
                return;
            }

            if (turn.FirstSequence > engine.Sequence + 1)
            {
                throw new JournalGapException(turn.Project, engine.Sequence, turn.FirstSequence - 1);
            }

            foreach (var happened in turn.Events)
            {
                _endings.Before(engine, happened, turn.At);
                engine.Apply(happened, turn.At);
            }
        }
    }
}
