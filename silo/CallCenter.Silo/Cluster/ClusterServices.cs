using Microsoft.Extensions.DependencyInjection;

namespace CallCenter.Silo.Cluster;

/// <summary>Adds the grains to a host.</summary>
public static class ClusterServices
{
    /// <summary>
    /// Adds a cluster of this process alone. What the host shall serve before it is registered before it: hosted services start one after
    /// the other.
    /// </summary>
    public static IServiceCollection AddOwnCluster(this IServiceCollection services) => services
        .AddSingleton<OwnCluster>()
        .AddHostedService(static provider => provider.GetRequiredService<OwnCluster>())
        .AddSingleton(static provider => provider.GetRequiredService<OwnCluster>().Grains);
}
