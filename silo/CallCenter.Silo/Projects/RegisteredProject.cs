using CallCenter.Abstractions;

namespace CallCenter.Silo.Projects;

/// <summary>A project of a data folder.</summary>
internal sealed record RegisteredProject(ProjectId Id, ProjectNumber Number, ProjectState State);

internal enum ProjectState
{
    Active,

    /// <summary>Takes no new calls, and nobody signs in; live calls go on.</summary>
    Suspended,

    /// <summary>Is gone. Its history stays in PostgreSQL, so its name and number are never given again.</summary>
    Removed,
}
