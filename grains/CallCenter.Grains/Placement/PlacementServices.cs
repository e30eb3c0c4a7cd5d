using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime.Placement;

namespace CallCenter.Grains.Placement;

/// <summary>Adds to a silo where grains live. It needs an <see cref="ISiloMap"/>.</summary>
public static class PlacementServices
{
    public static IServiceCollection AddPlacement(this IServiceCollection services) => services
        .AddDirector<ProjectPlacement, ProjectPlacementDirector>()
        .AddDirector<NamedPlacement, NamedPlacementDirector>()
        .AddSingleton<IIncomingGrainCallFilter, StrayGrains>();

    // By the keys that Orleans looks them up with; its own way to say so is in a package for silos only.
    private static IServiceCollection AddDirector<TStrategy, TDirector>(this IServiceCollection services)
        where TStrategy : Orleans.Runtime.PlacementStrategy
        where TDirector : class, IPlacementDirector => services
        .AddKeyedSingleton<Orleans.Runtime.PlacementStrategy, TStrategy>(typeof(TStrategy).Name)
        .AddKeyedSingleton<IPlacementDirector, TDirector>(typeof(TStrategy));
}
