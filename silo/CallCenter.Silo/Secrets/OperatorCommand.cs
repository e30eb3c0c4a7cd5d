using System.CommandLine;
using CallCenter.Journal;
using CallCenter.Silo.Backups;

namespace CallCenter.Silo.Secrets;

/// <summary>
/// <c>operator</c> of the program: the way back for an operator who lost his password or his telephone. Whoever may read the data folder is
/// trusted with it. The exit code is 0 when it is done, 1 when it is not possible.
/// </summary>
public static class OperatorCommand
{
    public static Command Create(Option<string> data)
    {
        var command = new Command(
            "operator", "Give the operator (admin) a new password and take his second factor away, while no server runs.") { data };
        command.SetAction((parsed, _) => Run(
            Path.TrimEndingDirectorySeparator(Path.GetFullPath(parsed.GetRequiredValue(data))), parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error));
        return command;
    }

    public static Task<int> Run(string dataFolder, TextWriter to, TextWriter errors) => BackupCommand.Run(
        _ =>
        {
            if (!Directory.Exists(Path.Combine(dataFolder, "secrets")))
                throw new DirectoryNotFoundException($"There is no data folder with secrets in {dataFolder}. Name it with --data.");
            // A server has the secrets in memory and would write over this.
            using var held = FolderLock.Take(DataFolders.JournalOf(dataFolder));
            var password = SecretStore.Open(dataFolder).ResetOperator();
            to.WriteLine($"Sign in as admin with the password {password}");
            return Task.CompletedTask;
        },
        errors);
}
