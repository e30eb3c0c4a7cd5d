using System.CommandLine;

namespace CallCenter.Load.Scenarios;

/// <summary><c>scenarios</c>: lists the built-in scenarios, or shows one as a file to start from.</summary>
internal static class ScenariosCommand
{
    public static Command Create()
    {
        var name = new Argument<string?>("name")
        {
            Description = "Shows this one's JSON instead, to be changed and given to --scenario.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("scenarios", "List the built-in scenarios.") { name };
        command.SetAction(parsed =>
        {
            var streams = parsed.InvocationConfiguration;
            return parsed.GetValue(name) is { } one ? Show(one, streams.Output, streams.Error) : List(streams.Output);
        });
        return command;
    }

    private static int List(TextWriter output)
    {
        var width = BuiltInScenarios.Names.Max(name => name.Length);
        foreach (var name in BuiltInScenarios.Names)
        {
            output.WriteLine($"{name.PadRight(width)}  {ScenarioFile.Load(name).About}");
        }

        return LoadCommandLine.Success;
    }

    private static int Show(string name, TextWriter output, TextWriter error)
    {
        if (BuiltInScenarios.Text(name) is not { } json)
        {
            error.WriteLine($"There is no built-in scenario '{name}'; there are {string.Join(", ", BuiltInScenarios.Names)}.");
            return LoadCommandLine.WrongUsage;
        }

        output.Write(System.Text.Encoding.UTF8.GetString(json));
        return LoadCommandLine.Success;
    }
}
