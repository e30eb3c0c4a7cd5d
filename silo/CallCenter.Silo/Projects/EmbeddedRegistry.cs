using CallCenter.Abstractions;
using CallCenter.Abstractions.Ports;
using CallCenter.Abstractions.Projects;

namespace CallCenter.Silo.Projects;

/// <summary>
/// The registry of the data folder, and the projects that run here by it. What is changed here is so when the reply comes.
/// </summary>
internal sealed class EmbeddedRegistry(SiloRuntimeHolder silo, ProjectRegistry registry, IProjects projects) : IProjectRegistry
{
    public IReadOnlyList<PlacedProject> Running =>
    [
        .. registry.All.Where(project => silo.Runtime.Projects.Find(project.Id) is not null)
            .Select(static project => new PlacedProject(project.Id, project.Standing)),
    ];

    public async ValueTask<IReadOnlyList<ProjectEntry>> List(CancellationToken cancellation = default)
    {
        var entries = new List<ProjectEntry>();
        foreach (var project in registry.All)
        {
            if (silo.Runtime.Projects.Find(project.Id) is { } running)
            {
                var (_, document) = await projects.Configuration(project.Id, cancellation);
                entries.Add(new ProjectEntry(
                    project.Id, project.Standing, document.Name, document.Employees.Count, running.Host.Engine.LiveCalls));
            }
        }

        return entries;
    }

    public ValueTask<ProjectRefusal?> Add(string name, CancellationToken cancellation = default) => Changed(registry.Add(name));

    public ValueTask<ProjectRefusal?> Set(ProjectId project, ProjectStanding standing, CancellationToken cancellation = default) =>
        Changed(registry.Set(project, standing));

    private ValueTask<ProjectRefusal?> Changed(ProjectRefusal? refusal)
    {
        if (refusal is null)
        {
            silo.Runtime.Follow(registry.All);
        }

        return ValueTask.FromResult(refusal);
    }
}
