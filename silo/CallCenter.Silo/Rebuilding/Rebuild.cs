using System.Globalization;
using CallCenter.Abstractions;
using CallCenter.History;
using CallCenter.History.Rebuilding;
using CallCenter.Journal;
using CallCenter.Journal.Snapshots;
using CallCenter.Silo.Backups;
using CallCenter.Silo.Replay;

namespace CallCenter.Silo.Rebuilding;

/// <summary>
/// Makes history and state anew from the events that PostgreSQL keeps: when the local journal is lost, or the tables have to be made again.
/// 1. Hold the journal's folder, so that no server runs; look at what is left of the journal.
/// 2. Choose the projects of this data folder. A journal that is there has to reach as far as PostgreSQL does.
/// 3. Make the tables and, from the same events, the states.
/// 4. Write a snapshot of each state.
/// 5. Where the journal is lost, begin it anew behind the last event: the next start goes on from there, and the numbers with it. Calls
///    that were live ended somewhere in what is lost.
/// </summary>
internal sealed class Rebuild(HistoryOptions options, BackupProgress progress)
{
    private readonly string _journal = DataFolders.JournalOf(options.DataFolder);
    private readonly string _snapshots = DataFolders.SnapshotsOf(options.DataFolder);

    public async Task Run(CancellationToken cancellation)
    {
        // (1)
        if (!Directory.Exists(options.DataFolder)) throw new RebuildFailedException($"There is no data folder {options.DataFolder}.");
        var isLost = !JournalFolder.Exists(_journal);
        using var held = isLost ? FolderLock.Take(_journal) : (IDisposable)JournalFolder.Open(new JournalOptions(_journal));
        progress.Say(isLost
            ? $"There is no journal in {_journal}: it is begun anew behind what PostgreSQL has."
            : $"The journal in {_journal} is intact and stays.");

        // (2)
        progress.Say("The database is asked …");
        await using var history = await HistoryRebuild.Open(options, cancellation).ConfigureAwait(false);
        var all = await history.Projects(cancellation).ConfigureAwait(false);
        var (id, projects) = held is JournalFolder journal ? Ours(journal, all) : OfLostJournal(all);

        // (3)
        var states = await RebuildTables(history, projects, isLost, cancellation).ConfigureAwait(false);

        // (4)
        var newest = new Dictionary<ProjectId, long>();
        if (isLost) RestoredMark.Set(options.DataFolder);
        foreach (var (project, state) in states)
        {
            newest[project] = WriteSnapshot(project, state, isLost);
        }

        // (5)
        if (isLost)
        {
            held.Dispose();
            using var begun = JournalFolder.Begin(new JournalOptions(_journal), id, newest);
        }

        progress.Say($"{options.DataFolder} is rebuilt. Start the server with --data {options.DataFolder}.");
    }

    private (Guid Id, IReadOnlyList<ShippedProject> Projects) Ours(JournalFolder journal, IReadOnlyList<ShippedProject> all)
    {
        var ours = all.Where(project => project.Journal == journal.Reader.Id).ToList();
        if (ours.Count == 0)
        {
            throw new RebuildFailedException($"The database has no events of the journal in {_journal}: they do not belong together.");
        }

        if (ours.Find(project => project.Sequence > journal.Reader.LastSequence(project.Id)) is { } ahead)
        {
            throw new RebuildFailedException(string.Create(
                CultureInfo.InvariantCulture,
                $"The database has project {ahead.Id} up to event {ahead.Sequence}, the journal in {_journal} only up to "
                + $"{journal.Reader.LastSequence(ahead.Id)}: it was cut. Move that folder away and rebuild again to go on from what the "
                + $"database has."));
        }

        return (journal.Reader.Id, ours);
    }

    private static (Guid Id, IReadOnlyList<ShippedProject> Projects) OfLostJournal(IReadOnlyList<ShippedProject> all)
    {
        var journals = all.Select(project => project.Journal).Distinct().ToList();
        return journals switch
        {
            [var only] => (only, all),
            [] => throw new RebuildFailedException("The database has no events: there is nothing to rebuild from."),
            _ => throw new RebuildFailedException(
                $"The database holds the events of {journals.Count} data folders, and without its journal this one cannot be told from the "
                + $"others. Restore it from a backup."),
        };
    }

    private async Task<Dictionary<ProjectId, RebuiltState>> RebuildTables(
        HistoryRebuild history, IReadOnlyList<ShippedProject> projects, bool isLost, CancellationToken cancellation)
    {
        var states = projects.ToDictionary(project => project.Id, StateOf);
        var (total, done) = (projects.Sum(project => project.Sequence), 0L);
        progress.Say(string.Create(
            CultureInfo.InvariantCulture, $"{projects.Count} projects, {total:N0} events: the tables are made anew …"));
        await history.Run(
            projects,
            turn =>
            {
                states[turn.Project].See(turn);
                done += turn.Count;
                progress.Reached(done, total);
            },
            () =>
            {
                foreach (var project in projects) Check(project, states[project.Id], isLost);
            },
            cancellation).ConfigureAwait(false);
        progress.Say(string.Create(CultureInfo.InvariantCulture, $"Calls, days, decisions and audit log are made of {done:N0} events."));
        return states;
    }

    private RebuiltState StateOf(ShippedProject project) => new(
        SnapshotFile.ReadAll(
            _snapshots, project.Id, unusable => progress.Say($"The snapshot {unusable.Path} {unusable.Reason}: it is passed over.")),
        state => EngineReplay.Begin(project.Id, state));

    /// <summary>What the journal still has needs no state from here.</summary>
    private static void Check(ShippedProject project, RebuiltState state, bool isLost)
    {
        if (isLost && state.Missing is var (first, last))
        {
            throw new RebuildFailedException(string.Create(
                CultureInfo.InvariantCulture,
                $"Project {project.Id}: the events {first} to {last} are not in the database and no snapshot covers them, so its "
                + $"state cannot be known. Nothing was changed. Restore the data folder from a backup."));
        }

        if (state.Missing is null && state.Sequence < project.Sequence)
        {
            throw new RebuildFailedException(string.Create(
                CultureInfo.InvariantCulture,
                $"Project {project.Id}: the database was shipped up to event {project.Sequence}, but has events only up to "
                + $"{state.Sequence}. Nothing was changed. Restore the data folder from a backup."));
        }
    }

    /// <summary>The event that the project goes on behind.</summary>
    private long WriteSnapshot(ProjectId project, RebuiltState state, bool isLost)
    {
        if (state.Missing is var (first, last))
        {
            progress.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"Project {project}: the events {first} to {last} are not in the database; its state stays what snapshots and "
                + $"journal have."));
            return 0;
        }

        if (isLost && SnapshotFile.ReadNewest(_snapshots, project) is { } kept && kept.Sequence > state.Sequence)
        {
            progress.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"Project {project}: a snapshot at event {kept.Sequence} is newer than the database ({state.Sequence}) and is gone on "
                + $"from. The calls in between are in no table."));
            return kept.Sequence;
        }

        SnapshotFile.Write(_snapshots, project, state.Sequence, state.Bytes().Span);
        progress.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"Project {project}: a snapshot at event {state.Sequence} is written, {state.LiveCalls:N0} calls live in it."));
        return state.Sequence;
    }
}
