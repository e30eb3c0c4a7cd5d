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
/// Looks the silo up. A project that nobody has gets no grain: where it once stood, the others would look for it for a while.
/// </summary>
public sealed class ProjectPlacementDirector(ISiloMap silos) : IPlacementDirector
{
    private const char Stroke = '/';

    public async Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var key = target.GrainIdentity.Key.ToString()!;
        var stroke = key.IndexOf(Stroke, StringComparison.Ordinal);
        var project = stroke < 0 ? key : key[..stroke];
        var home = await silos.HomeOf(new ProjectId(project)) ?? throw new KeyNotFoundException($"There is no project '{project}'.");
        return silos.Of(home) ?? throw new SiloUnavailableException($"The silo {home} is away.");
    }
}
