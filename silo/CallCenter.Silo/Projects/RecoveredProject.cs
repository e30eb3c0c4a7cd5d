using CallCenter.Grains;

namespace CallCenter.Silo.Projects;

/// <summary>A project as the journal leaves it.</summary>
/// <param name="At">The time of its newest event, Unix milliseconds UTC; 0 when there is none.</param>
/// <param name="Ended">The calls that ended shortly before.</param>
internal sealed record RecoveredProject(ProjectGrain Grain, long At, IReadOnlyCollection<EndedCircuit> Ended);
