using System.Collections.Concurrent;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Ports;
using CallCenter.Abstractions.Projects;

namespace CallCenter.Tests.Shared.Ports;

/// <summary>The sample project, and what a test makes beside it. Nothing runs in those.</summary>
public sealed class FakeRegistry : IProjectRegistry
{
    private readonly ConcurrentDictionary<string, ProjectStanding> _others = new();

    public IReadOnlyList<PlacedProject> Running =>
    [
        new(FakeSilo.Project, ProjectStanding.Active),
        .. _others.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(static pair => new PlacedProject(new ProjectId(pair.Key), pair.Value)),
    ];

    public ValueTask<IReadOnlyList<ProjectEntry>> List(CancellationToken cancellation = default) =>
        ValueTask.FromResult<IReadOnlyList<ProjectEntry>>(
        [
            new ProjectEntry(
                FakeSilo.Project, ProjectStanding.Active, SampleProject.Configuration.Name, SampleProject.Configuration.Employees.Count, 2),
            .. _others.Where(pair => pair.Value != ProjectStanding.Removed).OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => new ProjectEntry(new ProjectId(pair.Key), pair.Value, "", 0, 0)),
        ]);

    public ValueTask<ProjectRefusal?> Add(string name, CancellationToken cancellation = default) => ValueTask.FromResult<ProjectRefusal?>(
        name.Length == 0 || !name.All(char.IsAsciiLetterLower) ? ProjectRefusal.NotAName
        : name == FakeSilo.Project.Value || !_others.TryAdd(name, ProjectStanding.Active) ? ProjectRefusal.Exists : null);

    public ValueTask<ProjectRefusal?> Set(ProjectId project, ProjectStanding standing, CancellationToken cancellation = default)
    {
        if (project == FakeSilo.Project) return ValueTask.FromResult<ProjectRefusal?>(ProjectRefusal.LastOne);
        if (!_others.TryGetValue(project.Value, out var before)) return ValueTask.FromResult<ProjectRefusal?>(ProjectRefusal.Unknown);
        if (standing == ProjectStanding.Removed && before != ProjectStanding.Suspended)
            return ValueTask.FromResult<ProjectRefusal?>(ProjectRefusal.NotSuspended);
        _others[project.Value] = standing;
        return ValueTask.FromResult<ProjectRefusal?>(null);
    }
}
