using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;

namespace CallCenter.Web.Start;

/// <summary>Reads the options; a wrong one is answered with what is wrong and exit code 2, before anything is started.</summary>
public static class CommandLine
{
    public const int WrongUse = 2;

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
    };

    private static readonly Option<bool> Demo = new("--demo") { Description = "Sample project with simulated callers and employees" };

    /// <summary>Runs <paramref name="start"/> with the options, or says what is wrong with them.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(string[] args, Func<StartOptions, Task<int>> start)
    {
        var root = new RootCommand("Call center: pages, API, SIP and history in one process.");
        Option[] all = [Data, Http, Sip, .. WireOptions.All, Bind, .. NetworkOptions.All, Project, Demo, .. DataOptions.All];
        foreach (var option in all)
        {
            root.Options.Add(option);
        }

        Project.Validators.Clear();
        Project.Validators.Add(MustExist);
        root.Validators.Add(WireOptions.MustBeWholeTls);
        var result = root.Parse(args);
        if (result.Errors.Count > 0)
        {
            foreach (var error in result.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("See --help for the options.");
            return WrongUse;
        }

        if (result.Action is not null)
        {
            return await result.InvokeAsync();
        }

        return await start(Options(result));
    }

    private static StartOptions Options(ParseResult result) => new StartOptions(
        Path.GetFullPath(result.GetValue(Data)!), result.GetValue(Http), result.GetValue(Sip), result.GetValue(Bind)!,
        result.GetValue(Project)?.FullName, result.GetValue(Demo)).With(result).WithWire(result).WithNetwork(result);

    private static Option<int> Port(string name, int usual, string description)
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
