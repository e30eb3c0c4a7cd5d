using System.CommandLine;
using System.Runtime.InteropServices;
using CallCenter.Abstractions;
using CallCenter.History;

namespace CallCenter.Silo.Backups;

/// <summary>
/// <c>backup FILE</c> and <c>restore FILE</c> of the program. The exit code is 0 when it is done, 1 when it is not possible. Ctrl+C ends
/// them and leaves nothing behind.
/// </summary>
internal static class BackupCommand
{
    private const int Failed = 1;

    public static Command Backup(Option<string> data) => Create(
        "backup", "Write configuration, secrets, history and journal into one file, while the server runs or not.",
        "The backup to write; it must not exist yet", data,
        (file, options, progress, ended) => new Backup(options, progress).Make(file, ended));

    public static Command Restore(Option<string> data) => Create(
        "restore", "Bring a backup back into a data folder that is empty or does not exist.", "The backup to read", data,
        (file, options, progress, ended) => new Restoring(options, progress).Run(file, ended));

    private static Command Create(
        string name, string description, string about, Option<string> data,
        Func<string, HistoryOptions, BackupProgress, CancellationToken, Task> work)
    {
        var file = new Argument<string>("FILE") { Description = about };
        var command = new Command(name, description) { file, data };
        command.SetAction((parsed, _) =>
        {
            var streams = parsed.InvocationConfiguration;
            var path = Path.GetFullPath(parsed.GetRequiredValue(file));
            var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(parsed.GetRequiredValue(data)));
            // The database is named where the server has one of its own.
            var options = new HistoryOptions(folder, Environment.GetEnvironmentVariable("ConnectionStrings__History"));
            return Run(ended => work(path, options, new BackupProgress(streams.Output), ended), streams.Error);
        });
        return command;
    }

    private static async Task<int> Run(Func<CancellationToken, Task> work, TextWriter errors)
    {
        using var ended = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        void End(PosixSignalContext context)
        {
            context.Cancel = true;
            ended.Cancel();
        }

        try
        {
            await work(ended.Token).ConfigureAwait(false);
            return 0;
        }
        catch (OperationCanceledException)
        {
            await errors.WriteLineAsync("Ended; nothing was left behind.").ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is RefusedStartException or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(failure.Message).ConfigureAwait(false);
        }

        return Failed;
    }
}
