namespace CallCenter.Abstractions.Projects;

/// <summary>Whether a project works.</summary>
public enum ProjectStanding
{
    Active,

    /// <summary>Takes no new calls, and nobody signs in; live calls go on.</summary>
    Suspended,

    /// <summary>Is gone. Its history stays in PostgreSQL, so its name and number are never given again.</summary>
    Removed,
}
