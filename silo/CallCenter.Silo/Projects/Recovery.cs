using System.Diagnostics;
using System.Text.Json;
using CallCenter.Abstractions;
using CallCenter.Engine;
using CallCenter.Journal;
using CallCenter.Journal.Snapshots;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Projects;

/// <summary>
/// Builds a project's state at the start: the newest snapshot, then every later event of the journal. Nothing is appended meanwhile.
/// The state has to arrive exactly where the journal ends; else one of the two was cut, and a person has to decide. Calls that ended at
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

    public static RecoveredProject Run(ProjectId project, JournalFolder journal, string snapshots, ILogger log)
    {
        if (journal.Tail is { } tail)
        {
            ProjectLog.TornTail(log, tail.File, tail.Offset, tail.Bytes);
        }

        var watch = Stopwatch.StartNew();
        var engine = FromSnapshot(project, snapshots, log) ?? new Project(project);
        var from = engine.Sequence;
        var endings = new RecentEndings();
        long at = 0;
        var covered = new Dictionary<ProjectId, long> { [project] = Math.Max(0, from - RecentEndings.CoveredEvents) };
        foreach (var turn in journal.Reader.All(covered).Where(turn => turn.Project == project))
        {
            if (turn.LastSequence <= from)
            {
                endings.Covered(turn);
            }
            else
            {
                Replay(engine, turn, endings);
            }

            at = turn.At;
        }

        if (engine.Sequence != journal.Reader.LastSequence(project))
        {
            throw new JournalGapException(project, engine.Sequence, journal.Reader.LastSequence(project));
        }

        ProjectLog.Recovered(log, project.Value, from, engine.Sequence, watch.ElapsedMilliseconds);
        return new RecoveredProject(engine, from, at, endings.All);
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

    private static void Replay(Project engine, JournalTurn turn, RecentEndings endings)
    {
        if (turn.FirstSequence > engine.Sequence + 1)
        {
            throw new JournalGapException(turn.Project, engine.Sequence, turn.FirstSequence - 1);
        }

        foreach (var happened in turn.Events)
        {
            endings.Before(engine, happened, turn.At);
            engine.Apply(happened, turn.At);
        }
    }
}
