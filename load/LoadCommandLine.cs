using System.CommandLine;
using CallCenter.Load.Callers;
using CallCenter.Load.Compare;
using CallCenter.Load.Demo;
using CallCenter.Load.Media;
using CallCenter.Load.Results.Board;
using CallCenter.Load.Runs;
using CallCenter.Load.Scenarios;

namespace CallCenter.Load;

/// <summary>The commands of this program and what their exit codes mean.</summary>
public static class LoadCommandLine
{
    /// <summary>Done.</summary>
    public const int Success = 0;

    /// <summary>Begun, but it did not work out: the server did not answer, calls failed, a file could not be written.</summary>
    public const int Failed = 1;

    /// <summary>Not begun: the command line says something that cannot be done.</summary>
    public const int WrongUsage = 2;

    /// <summary>Runs one command to its end.</summary>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        var root = new RootCommand(
            "Simulated callers and employees: real SIP phones and a trunk in one process. Without a command: a load run, by default "
            + "against a server that it starts itself.")
        {
            DemoDocumentCommand.Create(),
            DemoCommand.Create(),
            CallCommand.Create(),
            ScenariosCommand.Create(),
            CompareCommand.Create(),
            BoardsCommand.Create(),
            MediaCommand.Create(),
        };
        LoadCommand.AddTo(root);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0)
        {
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }

        foreach (var problem in parsed.Errors)
        {
            error.WriteLine(problem.Message);
        }

        error.WriteLine($"See: load {(parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ")}--help");
        return WrongUsage;
    }
}
