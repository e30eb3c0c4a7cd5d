using System.Diagnostics;
using System.Text.Json;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Journal;
using CallCenter.Grains;
using CallCenter.Silo.Journal;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Projects;

/// <summary>
/// Builds a project's state at the start: the newest snapshot, then every later event of the journal. Nothing is appended meanwhile. Calls
/// that ended at the end of the journal are noted on the way.
/// </summary>
internal static class Recovery
{
    public static RecoveredProject Run(ProjectId project, JournalFolder journal, string snapshots, ILogger log)
    {
        var watch = Stopwatch.StartNew();
        var grain = FromSnapshot(project, snapshots, log) ?? new ProjectGrain(project);
        var from = grain.Sequence;
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
                Replay(grain, turn, endings);
            }

            at = turn.At;
        }

        ProjectLog.Recovered(log, project.Value, from, grain.Sequence, watch.ElapsedMilliseconds);
        return new RecoveredProject(grain, at, endings.All);
    }

    private static ProjectGrain? FromSnapshot(ProjectId project, string folder, ILogger log)
    {
        if (SnapshotFile.ReadNewest(folder, project) is not { } snapshot)
        {
            return null;
        }

        try
        {
            return ProjectGrain.Restore(project, snapshot.State);
        }
        catch (JsonException failure)
        {
            ProjectLog.SnapshotUnusable(log, folder, failure);
            return null;
        }
    }

    private static void Replay(ProjectGrain grain, JournalTurn turn, RecentEndings endings)
    {
        if (turn.FirstSequence > grain.Sequence + 1)
        {
            throw new JournalGapException(turn.Project, grain.Sequence, turn.FirstSequence);
        }

        foreach (var happened in turn.Events)
        {
            endings.Before(grain, happened, turn.At);
            grain.Apply(happened, turn.At);
        }
    }
}

/// <summary>Events are missing between the newest usable snapshot and the oldest kept event: the state cannot be rebuilt.</summary>
public sealed class JournalGapException(ProjectId project, long last, long next)
    : Exception(
        $"Project {project}: the state is known up to event {last}, but the journal goes on with {next}. "
        + "Restore the data folder from a backup.");
