using System.CommandLine;
using CallCenter.History;
using CallCenter.Silo.Backups;

namespace CallCenter.Silo.Rebuilding;

/// <summary><c>rebuild</c> of the program. The exit code is 0 when it is done, 1 when it is not possible.</summary>
public static class RebuildCommand
{
    public static Command Create(Option<string> data)
    {
        var command = new Command(
            "rebuild", "Make history and state anew from the events that PostgreSQL keeps, while no server runs: the journal is lost, or "
                + "the tables have to be made again.") { data };
        command.SetAction((parsed, _) =>
        {
            var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(parsed.GetRequiredValue(data)));
            var options = new HistoryOptions(folder, Environment.GetEnvironmentVariable("ConnectionStrings__History"));
            return Run(options, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        });
        return command;
    }

    public static Task<int> Run(HistoryOptions options, TextWriter to, TextWriter errors) =>
        BackupCommand.Run(ended => new Rebuild(options, new BackupProgress(to)).Run(ended), errors);
}
