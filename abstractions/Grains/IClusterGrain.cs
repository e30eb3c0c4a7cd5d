using CallCenter.Abstractions.Projects;

namespace CallCenter.Abstractions.Grains;

/// <summary>The cluster; any silo answers from memory. Its key is <c>cluster</c>.</summary>
public interface IClusterGrain : IGrainWithStringKey
{
    /// <summary>Every silo that is known, in the order of their names, also one that is away right now.</summary>
    ValueTask<SiloPlace[]> Silos();
}

/// <summary>A silo, and which projects live on it.</summary>
/// <param name="IsHere">False while it cannot be reached; its projects are then those that it had.</param>
/// <param name="Projects">In the order in which they were made.</param>
public sealed record SiloPlace(string Name, bool IsHere, IReadOnlyList<PlacedProject> Projects);
