using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;

namespace CallCenter.Web.Start;

/// <summary>
/// The program's one tree: the server's options at the root, and below them the commands that do something else instead of serving. A wrong
/// word is answered with one sentence and exit code 2, before anything is started.
/// </summary>
public static class CommandLine
{
    private static readonly Option<string> Data = new("--data")
    {
        Description = "Folder of the journal, the database and the keys",
        HelpName = "DIR",
        DefaultValueFactory = _ => "./data",
    };

    private static readonly Option<int> Http = Port("--http", 8080, "Port of the pages and the API");
    private static readonly Option<int> Sip = Port("--sip", 5060, "Port of SIP, UDP and TCP");

    private static readonly Option<IPAddress> Bind = new("--bind")
    {
        Description = "Address to listen on; 0.0.0.0 opens it to the network",
        HelpName = "ADDRESS",
        DefaultValueFactory = _ => IPAddress.Loopback,
        CustomParser = ReadAddress,
    };

    private static readonly Option<FileInfo?> Project = new("--project")
    {
        Description = "Configuration document to import at the start",
        HelpName = "FILE",
        Validators = { MustExist },
    };

    private static readonly Option<bool> Dashboard = new("--dashboard")
    {
        Description = "Show the operator the dashboard of Orleans (silos, grains, their calls) at /dashboard; every silo needs it as well",
    };

    private static readonly Option<bool> Demo = new("--demo") { Description = "Sample project with simulated callers and employees" };

    /// <summary>What a silo has without pages.</summary>
    internal static IReadOnlyList<Option> OfSilo =>
        [Data, Sip, .. WireOptions.All, Bind, Project, Dashboard, .. DataOptions.All, .. LogOptions.All];

    /// <summary>What pages have without a silo.</summary>
    internal static IReadOnlyList<Option> OfPages => [Data, Http, Bind, .. NetworkOptions.All, Dashboard, .. LogOptions.All];

    /// <summary>Runs <paramref name="start"/> with the options, or the command that is named, or says what is wrong.</summary>
    /// <param name="commands">The commands, given the option <c>--data</c> that they share with the server.</param>
    /// <param name="errors">Where it is said what is wrong; null: the process's error stream.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(
        string[] args, Func<StartOptions, Task<int>> start, Func<Option<string>, IReadOnlyList<Command>>? commands = null,
        TextWriter? errors = null)
    {
        errors ??= Console.Error;
        var root = Tree(start, commands?.Invoke(Data) ?? []);
        var result = root.Parse(args);
        if (Problem(result, root) is { } problem)
        {
            var command = result.CommandResult.Command;
            await errors.WriteLineAsync($"{problem} See {(command == root ? "" : command.Name + " ")}--help.");
            return StartRefusal.WrongUse;
        }

        // Signals are handled by who is run: the server takes longer to its end than the library would wait.
        var settings = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        return await StartRefusal.Or(() => result.InvokeAsync(settings), errors);
    }

    private static RootCommand Tree(Func<StartOptions, Task<int>> start, IReadOnlyList<Command> commands)
    {
        var root = new RootCommand("Call center: pages, API, SIP and history in one process. Without a command it serves.");
        Option[] all =
        [
            Data, Http, Sip, .. WireOptions.All, Bind, .. NetworkOptions.All, Project, Demo, Dashboard, Dashboard, .. DataOptions.All,
            .. LogOptions.All,
        ];
        foreach (var option in all)
        {
            root.Options.Add(option);
        }

        foreach (var command in commands)
        {
            root.Subcommands.Add(command);
        }

        root.Validators.Add(WireOptions.MustBeWholeTls);
        root.SetAction((result, _) => start(Options(result)));
        return root;
    }

    /// <summary>The first thing that is wrong; null when nothing is.</summary>
    private static string? Problem(ParseResult result, RootCommand root)
    {
        if (result.Errors is [var first, ..])
        {
            return first.Message;
        }

        var command = result.CommandResult.Command;
        var ignored = command == root ? null : root.Options.FirstOrDefault(option =>
            !command.Options.Contains(option) && !option.Recursive && result.GetResult(option) is { Implicit: false });
        return ignored is null ? null : $"{ignored.Name} is an option of the server, {command.Name} has none of this name.";
    }

    internal static StartOptions Options(ParseResult result) => new StartOptions(
        Path.GetFullPath(result.GetValue(Data)!), result.GetValue(Http), result.GetValue(Sip), result.GetValue(Bind)!,
        result.GetValue(Project)?.FullName, result.GetValue(Demo)).With(result).WithWire(result).WithNetwork(result).WithLog(result) with
    {
        Dashboard = result.GetValue(Dashboard),
    };

    internal static Option<int> Port(string name, int usual, string description)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "PORT", DefaultValueFactory = _ => usual };
        option.Validators.Add(MustBePort);
        return option;
    }

    internal static void MustBePort(OptionResult result)
    {
        if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var port) && port is > 0 and <= 65535))
        {
            result.AddError($"{result.Option.Name} {token.Value}: a port is a number from 1 to 65535.");
        }
    }

    private static IPAddress? ReadAddress(ArgumentResult result)
    {
        if (IPAddress.TryParse(result.Tokens[0].Value, out var address))
        {
            return address;
        }

        result.AddError($"--bind {result.Tokens[0].Value}: not an IP address; 127.0.0.1 is this machine only, 0.0.0.0 every network.");
        return null;
    }

    internal static void MustExist(OptionResult result)
    {
        if (result.Tokens is [var token] && !File.Exists(token.Value))
        {
            result.AddError($"{result.Option.Name} {token.Value}: there is no such file.");
        }
    }
}
