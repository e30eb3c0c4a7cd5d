namespace CallCenter.Silo.Projects;

/// <summary>
/// A project's number in its data folder, 0, 1, 2 … in the order they were made, never used again: what the SIP identifiers that we make
/// carry, so that an answer finds its project.
/// </summary>
internal readonly record struct ProjectNumber(ushort Value)
{
    public bool IsFirst => Value == 0;
}
