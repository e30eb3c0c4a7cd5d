using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

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

    /// <summary>Makes this process a silo of a cluster of several.</summary>
    public static IServiceCollection AddSharedCluster(this IServiceCollection services, ClusterMembership self) => services
        .AddHostedService(provider => new SharedCluster(provider, self, provider.GetRequiredService<ILogger<SharedCluster>>()));

    /// <summary>The grains of a cluster of others, for pages in a process of their own.</summary>
    public static IServiceCollection AddClusterConnection(this IServiceCollection services, SharedClusterOptions cluster) => services
        .AddSingleton(provider => new ClusterConnection(provider, cluster))
        .AddHostedService(static provider => provider.GetRequiredService<ClusterConnection>())
        .AddSingleton(static provider => provider.GetRequiredService<ClusterConnection>().Grains);
}
