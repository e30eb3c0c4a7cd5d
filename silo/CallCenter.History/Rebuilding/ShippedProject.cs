using CallCenter.Abstractions;

namespace CallCenter.History.Rebuilding;

/// <summary>A project as PostgreSQL has it.</summary>
/// <param name="Journal">The journal that it was shipped from.</param>
/// <param name="Sequence">Its newest event there.</param>
public sealed record ShippedProject(ProjectId Id, Guid Journal, long Sequence);
