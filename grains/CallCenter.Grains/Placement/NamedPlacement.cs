using Orleans.Placement;
using Orleans.Runtime.Placement;

namespace CallCenter.Grains.Placement;

/// <summary>A grain lives on the silo whose name is its key.</summary>
[GenerateSerializer, Immutable]
public sealed class NamedPlacement : PlacementStrategy;

/// <inheritdoc cref="NamedPlacement"/>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NamedPlacementAttribute() : PlacementAttribute(new NamedPlacement());

/// <summary>Looks the silo up.</summary>
public sealed class NamedPlacementDirector(ISiloMap silos) : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var name = target.GrainIdentity.Key.ToString()!;
        return silos.Of(name) is { } address
            ? Task.FromResult(address)
            : throw new SiloUnavailableException($"The silo {name} is away.");
    }
}
