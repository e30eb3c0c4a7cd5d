using CallCenter.Abstractions.Projects;

namespace CallCenter.Abstractions.Ports;

/// <summary>The projects that there are, for operators. Needs no database. Implemented by the silo; from any thread.</summary>
public interface IProjectRegistry
{
    /// <summary>Those that are not removed or still finish their last calls, in the order in which they were made.</summary>
    ValueTask<IReadOnlyList<ProjectEntry>> List(CancellationToken cancellation = default);

    /// <summary>The projects that run; the first is the oldest. There is always one.</summary>
    IReadOnlyList<PlacedProject> Running { get; }

    /// <summary>Makes a project, which runs when this returns. Null when it is made, else why it is not.</summary>
    ValueTask<ProjectRefusal?> Add(string name, CancellationToken cancellation = default);

    /// <summary>Suspends, resumes or removes a project. Null when it is done, else why it is not.</summary>
    ValueTask<ProjectRefusal?> Set(ProjectId project, ProjectStanding standing, CancellationToken cancellation = default);
}

/// <summary>A project as operators see it.</summary>
/// <param name="Company">The name that its configuration gives it; empty until there is one.</param>
public sealed record ProjectEntry(ProjectId Id, ProjectStanding Standing, string Company, int Employees, int LiveCalls);
