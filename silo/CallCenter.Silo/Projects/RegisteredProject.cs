using CallCenter.Abstractions;
using CallCenter.Abstractions.Projects;

namespace CallCenter.Silo.Projects;

/// <summary>A project of a data folder.</summary>
internal sealed record RegisteredProject(ProjectId Id, ProjectNumber Number, ProjectStanding Standing);
