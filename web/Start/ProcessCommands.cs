using System.CommandLine;

namespace CallCenter.Web.Start;

/// <summary>The parts of the call center as processes of their own.</summary>
public static class ProcessCommands
{
    /// <summary><c>silo</c>: phones, projects and their data, without pages.</summary>
    public static Command Silo(Func<StartOptions, Task<int>> start) => Make(
        "silo", "A silo without pages: phones, projects and their data. Silos and pages find one another in PostgreSQL.",
        [.. CommandLine.OfSilo, .. ClusterOptions.OfSilo], options => start(options with { HasPages = false }));

    /// <summary><c>web</c>: pages and API of all silos of the cluster.</summary>
    public static Command Web(Func<StartOptions, Task<int>> start) => Make(
        "web", "Pages and API without a silo: they show and serve the projects of every silo of the cluster.",
        [.. CommandLine.OfPages, .. ClusterOptions.OfPages], options => start(options with { HasSilo = false }));

    private static Command Make(string name, string description, IReadOnlyList<Option> options, Func<StartOptions, Task<int>> start)
    {
        var command = new Command(name, description);
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        command.Validators.Add(ClusterOptions.MustBeWhole);
        command.SetAction((result, _) => start(CommandLine.Options(result) with { Cluster = ClusterOptions.Read(result, name) }));
        return command;
    }
}
