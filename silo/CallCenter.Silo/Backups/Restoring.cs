using CallCenter.History;
using CallCenter.History.Backups;
using CallCenter.Journal;
using CallCenter.Silo.Projects;
using Microsoft.Extensions.Logging.Abstractions;

namespace CallCenter.Silo.Backups;

/// <summary>
/// Restores a backup into a data folder that is empty or does not exist.
/// 1. Check the whole file, and tell what is in it and where it goes.
/// 2. Unpack it beside the data folder.
/// 3. Check it as a start does: the journal is intact, snapshots and journal meet.
/// 4. Restore the history, and check that it is not ahead of the journal.
/// 5. Give the folder its name. Until then nothing is where a server looks; whatever fails, what was unpacked is deleted.
/// </summary>
internal sealed class Restoring(HistoryOptions options, BackupProgress progress)
{
    public async Task Run(string file, CancellationToken cancellation)
    {
        var target = options.DataFolder;
        if (!File.Exists(file))
        {
            throw new BackupFailedException($"There is no file {file}.");
        }

        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
        {
            throw new BackupFailedException($"{target} is not empty. Choose an empty folder with --data DIR; nothing is ever overwritten.");
        }

        progress.Say($"{file} is checked …");
        Tell(await BackupReader.Check(file, progress, cancellation).ConfigureAwait(false));
        var beside = target + ".restoring";
        MakeEmpty(beside);
        try
        {
            await BackupReader.Unpack(file, beside, progress, cancellation).ConfigureAwait(false);
            var data = Path.Combine(beside, BackupNames.Data.TrimEnd('/'));
            var journaled = CheckJournal(data);
            await RestoreHistory(Path.Combine(beside, BackupNames.Database), data, journaled, cancellation).ConfigureAwait(false);
            RestoredMark.Set(data);
            if (Directory.Exists(target))
            {
                Directory.Delete(target);
            }

            Directory.Move(data, target);
        }
        finally
        {
            Delete(beside);
        }

        progress.Say($"{target} is restored. Start the server with --data {target}.");
    }

    private void Tell(BackupManifest manifest)
    {
        long Bytes(Func<string, bool> which) => manifest.Entries.Where(entry => which(entry.Key)).Sum(entry => entry.Value.Bytes);
        const string journal = BackupNames.Data + DataFolders.Journal + "/";
        progress.Say($"It is intact: made {manifest.MadeAt:yyyy-MM-dd HH:mm:ss} UTC, history "
            + $"{BackupProgress.Size(Bytes(name => name == BackupNames.Database))}, journal "
            + $"{BackupProgress.Size(Bytes(name => name.StartsWith(journal, StringComparison.Ordinal)))}, {manifest.Entries.Count} files.");
        progress.Say($"It is restored into {options.DataFolder}, its history into "
            + (string.IsNullOrWhiteSpace(options.ConnectionString) ? "a new private database there." : "ConnectionStrings__History."));
    }

    private static Dictionary<Abstractions.ProjectId, long> CheckJournal(string data)
    {
        using var journal = JournalFolder.Open(new JournalOptions(DataFolders.JournalOf(data)));
        var projects = ProjectRegistry.Open(data, new Abstractions.ProjectId(SiloOptions.FirstProject)).Present;
        _ = Recovery.Run([.. projects.Select(static project => project.Id)], journal, DataFolders.SnapshotsOf(data), NullLogger.Instance);
        return journal.Reader.Projects.ToDictionary(project => project, journal.Reader.LastSequence);
    }

    private async Task RestoreHistory(
        string dumpFile, string data, Dictionary<Abstractions.ProjectId, long> journaled, CancellationToken cancellation)
    {
        progress.Say("The history is restored …");
        var into = await HistoryDump.NewFor(options with { DataFolder = data }, cancellation).ConfigureAwait(false);
        await using (into.ConfigureAwait(false))
        {
            await into.Restore(dumpFile, cancellation).ConfigureAwait(false);
            foreach (var (project, (_, shipped)) in await into.Shipped(cancellation).ConfigureAwait(false))
            {
                if (shipped > journaled.GetValueOrDefault(project))
                {
                    await into.Drop(CancellationToken.None).ConfigureAwait(false);
                    throw new BackupFailedException(
                        $"The history knows project {project} up to event {shipped}, the journal only up to "
                        + $"{journaled.GetValueOrDefault(project)}: they do not belong together.");
                }
            }
        }
    }

    private static void MakeEmpty(string folder)
    {
        Delete(folder);
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        // Passed by the user that the database runs as, read by nobody but its owner.
        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        Directory.CreateDirectory(folder, mode);
    }

    private static void Delete(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        // Below a closed folder the database lies elsewhere, and here is a link to it.
        var postgres = new DirectoryInfo(Path.Combine(folder, BackupNames.Data, HistoryOptions.DatabaseName));
        if (postgres.LinkTarget is { } place && Directory.Exists(place))
        {
            Directory.Delete(place, recursive: true);
        }

        Directory.Delete(folder, recursive: true);
    }
}
