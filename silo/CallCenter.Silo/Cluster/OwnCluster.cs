using CallCenter.Grains.Serialization;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace CallCenter.Silo.Cluster;

/// <summary>Orleans in one process: a cluster of one silo, whose pages are its only client.</summary>
public static class OwnCluster
{
    /// <summary>
    /// Adds the grains. Whatever implements the ports they stand on has to be registered, before this: what is registered before starts
    /// before, and phones must not wait for Orleans. Membership is in memory, so no database is needed; nothing listens.
    /// </summary>
    public static void UseOwnCluster(this IHostApplicationBuilder host) => host.UseOrleans(silo =>
    {
        silo.UseLocalhostClustering(gatewayPort: 0);
        var listeners = silo.Services
            .Where(static service => service.IsKeyedService && service.ServiceType == typeof(IConnectionListenerFactory))
            .Select(static service => service.ServiceKey).ToList();
        foreach (var listener in listeners)
        {
            silo.Services.AddKeyedSingleton<IConnectionListenerFactory>(listener, new NoListener());
        }

        silo.Services.AddSharedLanguage();

        // Alone there is nobody to probe, to compare loads with or to hear from; looking every second costs 5 ms of CPU a second.
        silo.Configure<DeploymentLoadPublisherOptions>(static options =>
            options.DeploymentLoadPublisherRefreshTime = TimeSpan.FromMinutes(10));
        silo.Configure<ClusterMembershipOptions>(static options =>
        {
            options.TableRefreshTimeout = TimeSpan.FromMinutes(10);
            options.IAmAliveTablePublishTimeout = TimeSpan.FromMinutes(10);
            options.LocalHealthDegradationMonitoringPeriod = TimeSpan.FromMinutes(1);
        });
        silo.Configure<GrainCollectionOptions>(static options => options.CollectionQuantum = TimeSpan.FromMinutes(5));
    });
}
