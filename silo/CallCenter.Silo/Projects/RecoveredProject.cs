using CallCenter.Abstractions;
using CallCenter.Engine;

namespace CallCenter.Silo.Projects;

/// <summary>A project as the journal leaves it.</summary>
/// <param name="Covered">The last event that a snapshot has; 0 when there is none.</param>
/// <param name="At">The time of its newest event, Unix milliseconds UTC; 0 when there is none.</param>
/// <param name="Ended">The calls that ended shortly before.</param>
internal sealed record RecoveredProject(Project Engine, long Covered, long At, IReadOnlyCollection<EndedCircuit> Ended)
{
    /// <summary>A project that nothing has happened in yet.</summary>
    public static RecoveredProject Empty(ProjectId id) => new(new Project(id), 0, 0, []);
}
