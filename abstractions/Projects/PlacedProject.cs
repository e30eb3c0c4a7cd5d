namespace CallCenter.Abstractions.Projects;

/// <summary>A project that runs somewhere.</summary>
public sealed record PlacedProject(ProjectId Id, ProjectStanding Standing);
