using CallCenter.History;
using CallCenter.History.Backups;
using CallCenter.Journal;

namespace CallCenter.Silo.Backups;

/// <summary>
/// Makes a backup of a data folder and its history, whether a server runs or not.
/// 1. Take the journal's folder, so that no server starts meanwhile; or find that one runs.
/// 2. Open the journal's segments: what is trimmed from now on can still be read.
/// 3. Dump the history: one moment of the database.
/// 4. Copy the files of the data folder, snapshots among them.
/// 5. Copy the journal, at last: so it knows every event that the history or a snapshot knows.
/// </summary>
internal sealed class Backup(HistoryOptions options, BackupProgress progress)
{
    public async Task Make(string file, CancellationToken cancellation)
    {
        var journalFolder = DataFolders.JournalOf(options.DataFolder);
        if (!Directory.Exists(journalFolder))
        {
            throw new BackupFailedException($"{options.DataFolder} is no data folder: there is no journal in it. Name it with --data DIR.");
        }

        if (File.Exists(file))
        {
            throw new BackupFailedException($"{file} exists already. Choose another name.");
        }

        using var held = TryHold(journalFolder);
        using var journal = new JournalCopy(journalFolder);
        using var writer = new BackupWriter(file);
        await AddHistory(writer, file + ".history.new", isRunning: held is null, cancellation).ConfigureAwait(false);
        await AddFiles(writer, cancellation).ConfigureAwait(false);
        await AddJournal(writer, journal, cancellation).ConfigureAwait(false);
        await writer.Finish(journal.Journal, cancellation).ConfigureAwait(false);
        progress.Say(
            $"The backup is {file}, {BackupProgress.Size(new FileInfo(file).Length)}. It holds secrets: only its owner may read it.");
    }

    private FolderLock? TryHold(string journalFolder)
    {
        try
        {
            var held = FolderLock.Take(journalFolder);
            progress.Say($"No server works in {options.DataFolder}.");
            return held;
        }
        catch (FolderInUseException used)
        {
            progress.Say($"A server works in {options.DataFolder} (process {used.OwnerPid}); it goes on meanwhile.");
            return null;
        }
    }

    private async Task AddHistory(BackupWriter writer, string dumpFile, bool isRunning, CancellationToken cancellation)
    {
        progress.Say("The history is dumped …");
        try
        {
            MakePrivate(dumpFile);
            var dump = isRunning
                ? HistoryDump.OfRunning(options)
                : await HistoryDump.OfStopped(options, cancellation).ConfigureAwait(false);
            await using (dump.ConfigureAwait(false))
            {
                await dump.Write(dumpFile, cancellation).ConfigureAwait(false);
            }

            using var content = File.OpenRead(dumpFile);
            progress.Say($"  {BackupProgress.Size(content.Length)}");
            await writer.Add(BackupNames.Database, content, cancellation).ConfigureAwait(false);
        }
        finally
        {
            File.Delete(dumpFile);
        }
    }

    // pg_dump writes into it as it is.
    private static void MakePrivate(string file)
    {
        File.Delete(file);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        new FileStream(file, options).Dispose();
    }

    private async Task AddFiles(BackupWriter writer, CancellationToken cancellation)
    {
        progress.Say("Configuration, secrets and snapshots are copied …");
        foreach (var (path, content) in DataFiles.OpenAll(options.DataFolder))
        {
            using (content)
            {
                var name = BackupNames.Data + Path.GetRelativePath(options.DataFolder, path).Replace(Path.DirectorySeparatorChar, '/');
                await writer.Add(name, content, cancellation).ConfigureAwait(false);
            }
        }
    }

    private async Task AddJournal(BackupWriter writer, JournalCopy journal, CancellationToken cancellation)
    {
        progress.Say("The journal is copied …");
        const string folder = BackupNames.Data + DataFolders.Journal + "/";
        foreach (var (name, bytes) in journal.Read())
        {
            using var content = new MemoryStream(bytes);
            await writer.Add(folder + name, content, cancellation).ConfigureAwait(false);
        }
    }
}
