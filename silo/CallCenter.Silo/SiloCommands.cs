using System.CommandLine;
using CallCenter.Silo.Backups;
using CallCenter.Silo.Projects;
using CallCenter.Silo.Rebuilding;
using CallCenter.Silo.Replay;
using CallCenter.Silo.Secrets;

namespace CallCenter.Silo;

/// <summary>What can be done with a data folder instead of serving it: the subcommands of the program.</summary>
public static class SiloCommands
{
    /// <summary>Every one of them; a new command is a line here.</summary>
    /// <param name="data">The program's option <c>--data</c>, which commands that need a data folder share with the server.</param>
    public static IReadOnlyList<Command> All(Option<string> data) =>
    [
        BackupCommand.Backup(data),
        BackupCommand.Restore(data),
        ReplayCommand.Create(),
        RebuildCommand.Create(data),
        ProjectsCommand.Create(data),
        OperatorCommand.Create(data),
    ];
}
