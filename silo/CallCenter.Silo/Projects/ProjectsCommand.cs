using System.CommandLine;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Projects;

namespace CallCenter.Silo.Projects;

/// <summary>
/// <c>project add NAME</c> and its like: the projects of a data folder, while the server runs or not. A running one looks every second. The
/// exit code is 0 when it is done, 1 when it is not possible.
/// </summary>
internal static class ProjectsCommand
{
    private const int Impossible = 1;

    public static Command Create(Option<string> data)
    {
        var command = new Command("project", "The projects of a data folder, each a call center of its own, while the server runs or not.");
        var list = new Command("list", "List them.") { data };
        list.SetAction(parsed => List(Open(parsed.GetRequiredValue(data)), parsed.InvocationConfiguration.Output));
        command.Subcommands.Add(list);
        command.Subcommands.Add(Change("add", "Make one.", "is made", data, static (registry, name) => registry.Add(name)));
        command.Subcommands.Add(Change(
            "suspend", "Take no new calls for it and let nobody in; live calls go on.", "is suspended", data,
            To(ProjectStanding.Suspended)));
        command.Subcommands.Add(Change("resume", "Let a suspended one work again.", "works again", data, To(ProjectStanding.Active)));
        command.Subcommands.Add(Change(
            "remove", "Remove a suspended one for good; its history stays in PostgreSQL.", "is removed", data,
            To(ProjectStanding.Removed)));
        return command;
    }

    private static Command Change(
        string word, string description, string done, Option<string> data, Func<ProjectRegistry, string, ProjectRefusal?> change)
    {
        var name = new Argument<string>("NAME") { Description = "Lower-case letters, digits and hyphens, beginning with a letter" };
        var command = new Command(word, description) { name, data };
        command.SetAction(parsed =>
        {
            var project = parsed.GetRequiredValue(name);
            if (change(Open(parsed.GetRequiredValue(data)), project) is { } refusal)
            {
                parsed.InvocationConfiguration.Error.WriteLine(Sentence(refusal, project));
                return Impossible;
            }

            parsed.InvocationConfiguration.Output.WriteLine($"Project {project} {done}. A running server does so within a second.");
            return 0;
        });
        return command;
    }

    private static Func<ProjectRegistry, string, ProjectRefusal?> To(ProjectStanding standing) =>
        (registry, name) => registry.Set(new ProjectId(name), standing);

    private static ProjectRegistry Open(string data) =>
        ProjectRegistry.Open(Path.TrimEndingDirectorySeparator(Path.GetFullPath(data)), new ProjectId(SiloOptions.FirstProject));

    private static int List(ProjectRegistry registry, TextWriter to)
    {
        foreach (var project in registry.All)
        {
            to.WriteLine($"{project.Id.Value}  {project.Standing.ToString().ToLowerInvariant()}");
        }

        return 0;
    }

    private static string Sentence(ProjectRefusal refusal, string name) => refusal switch
    {
        ProjectRefusal.NotAName =>
            $"\"{name}\" is no name for a project: 1 to {ProjectRegistry.LongestName} lower-case letters (a to z), digits and hyphens, "
            + "beginning with a letter.",
        ProjectRefusal.Exists => $"There is, or was, a project {name}. Choose another name.",
        ProjectRefusal.TooMany => $"There are {ProjectRegistry.Most} projects, as many as may be.",
        ProjectRefusal.NotSuspended => $"Project {name} works. Suspend it first: project suspend {name}.",
        ProjectRefusal.LastOne => $"Project {name} is the last one and stays. Make another one first: project add NAME.",
        _ => $"There is no project {name}. See: project list.",
    };
}
