using CallCenter.Abstractions;
using Orleans.Placement;
using Orleans.Runtime.Placement;

namespace CallCenter.Grains.Placement;

/// <summary>A grain lives on the silo that has the data of its project: the first part of its key.</summary>
[GenerateSerializer, Immutable]
public sealed class ProjectPlacement : PlacementStrategy;

/// <inheritdoc cref="ProjectPlacement"/>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ProjectPlacementAttribute() : PlacementAttribute(new ProjectPlacement());

/// <summary>
/// Looks the silo up. A grain of a project that nobody has is placed where it is asked for, and says itself that there is no such project.
/// </summary>
public sealed class ProjectPlacementDirector(ISiloMap silos) : IPlacementDirector
{
    private const char Stroke = '/';

    public async Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var key = target.GrainIdentity.Key.ToString()!;
        var stroke = key.IndexOf(Stroke, StringComparison.Ordinal);
        var home = await silos.HomeOf(new ProjectId(stroke < 0 ? key : key[..stroke]));
        return home is null ? context.LocalSilo : silos.Of(home) ?? throw new SiloUnavailableException($"The silo {home} is away.");
    }
}
