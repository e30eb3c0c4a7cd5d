namespace CallCenter.Silo.Projects;

/// <summary>Why a project cannot be made or changed.</summary>
internal enum ProjectRefusal
{
    /// <summary>The name has other than lower-case letters, digits and hyphens, or is too long.</summary>
    NotAName,

    /// <summary>There is, or was, one of this name.</summary>
    Exists,

    TooMany,

    Unknown,

    /// <summary>Only a suspended project is removed.</summary>
    NotSuspended,
}
