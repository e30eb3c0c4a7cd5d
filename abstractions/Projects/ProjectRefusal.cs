namespace CallCenter.Abstractions.Projects;

/// <summary>Why a project cannot be made or changed.</summary>
public enum ProjectRefusal
{
    /// <summary>The name has other than lower-case letters, digits and hyphens, does not begin with a letter, or is too long.</summary>
    NotAName,

    /// <summary>There is, or was, one of this name.</summary>
    Exists,

    TooMany,

    Unknown,

    /// <summary>Only a suspended project is removed.</summary>
    NotSuspended,

    /// <summary>One project always stays.</summary>
    LastOne,

    /// <summary>There is no silo of this name to make it on.</summary>
    NoSuchSilo,
}
