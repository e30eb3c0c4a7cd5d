using System.Diagnostics;
using System.Text.Json;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Journal;
using CallCenter.Grains;
using CallCenter.Silo.Journal;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Projects;

/// <summary>
/// Builds a project's state at the start: the newest snapshot, then every later event of the journal. Nothing is appended meanwhile.
/// </summary>
internal static class Recovery
{
    /// <returns>The grain, and the time of its newest event (0 when there is none).</returns>
    public static (ProjectGrain Grain, long At) Run(ProjectId project, JournalFolder journal, string snapshots, ILogger log)
    {
        var watch = Stopwatch.StartNew();
        var grain = FromSnapshot(project, snapshots, log) ?? new ProjectGrain(project);
        var from = grain.Sequence;
        long at = 0;
        foreach (var turn in journal.Reader.All(new Dictionary<ProjectId, long> { [project] = from }))
        {
            if (turn.Project == project)
            {
                Replay(grain, turn);
                at = turn.At;
            }
        }

        ProjectLog.Recovered(log, project.Value, from, grain.Sequence, watch.ElapsedMilliseconds);
        return (grain, at);
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

    private static void Replay(ProjectGrain grain, JournalTurn turn)
    {
        if (turn.FirstSequence > grain.Sequence + 1)
        {
            throw new JournalGapException(turn.Project, grain.Sequence, turn.FirstSequence);
        }

        foreach (var happened in turn.Events)
        {
            grain.Apply(happened, turn.At);
        }
    }
}

/// <summary>Events are missing between the newest usable snapshot and the oldest kept event: the state cannot be rebuilt.</summary>
public sealed class JournalGapException(ProjectId project, long last, long next)
    : Exception(
        $"Project {project}: the state is known up to event {last}, but the journal goes on with {next}. "
        + "Restore the data folder from a backup.");
