using System.Runtime.InteropServices;
using CallCenter.History;
using CallCenter.History.Postgres;
using CallCenter.Journal;

namespace CallCenter.Silo.Backups;

/// <summary><c>backup FILE</c> and <c>restore FILE</c> of the program.</summary>
public static class BackupCommand
{
    private const string Usage =
        """
        backup FILE [--data DIR]   Writes configuration, secrets, history and journal into one file, while the server runs or not.
        restore FILE [--data DIR]  Restores it into a folder that is empty or does not exist.

        --data DIR is the data folder (./data); ConnectionStrings__History names the database where the server has one of its own.
        """;

    private const int WrongUse = 2;
    private const int Failed = 1;

    /// <returns>The exit code: 0 done, 1 not possible, 2 wrong use. Ctrl+C ends it and leaves nothing behind.</returns>
    public static async Task<int> Run(IReadOnlyList<string> words, TextWriter output, TextWriter errors)
    {
        if (Read(words) is not var (command, file, data))
        {
            await errors.WriteLineAsync(Usage).ConfigureAwait(false);
            return WrongUse;
        }

        using var ended = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        void End(PosixSignalContext context)
        {
            context.Cancel = true;
            ended.Cancel();
        }

        var options = new HistoryOptions(data, Environment.GetEnvironmentVariable("ConnectionStrings__History"));
        var progress = new BackupProgress(output);
        try
        {
            await (command == "backup" ? new Backup(options, progress).Make(file, ended.Token)
                : new Restoring(options, progress).Run(file, ended.Token)).ConfigureAwait(false);
            return 0;
        }
        catch (Exception failure) when (IsForPeople(failure))
        {
            await errors.WriteLineAsync(failure is OperationCanceledException ? "Ended; nothing was left behind." : failure.Message)
                .ConfigureAwait(false);
            return Failed;
        }
    }

    private static (string Command, string File, string Data)? Read(IReadOnlyList<string> words)
    {
        var (files, data) = (new List<string>(), "./data");
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i] == "--data" && i + 1 < words.Count)
            {
                data = words[++i];
            }
            else if (words[i].StartsWith("--data=", StringComparison.Ordinal))
            {
                data = words[i]["--data=".Length..];
            }
            else if (words[i].StartsWith('-'))
            {
                return null;
            }
            else
            {
                files.Add(words[i]);
            }
        }

        return files is [var file]
            ? (words[0], Path.GetFullPath(file), Path.TrimEndingDirectorySeparator(Path.GetFullPath(data)))
            : null;
    }

    private static bool IsForPeople(Exception failure) => failure is BackupFailedException or PostgresUnavailableException
        or JournalDamagedException or JournalGapException or FolderInUseException or IOException or UnauthorizedAccessException
        or OperationCanceledException;
}
