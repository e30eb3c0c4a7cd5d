using CallCenter.Abstractions.Ports;
using CallCenter.Grains.Placement;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace CallCenter.Silo.Cluster;

/// <summary>
/// Orleans in one process: a cluster of one silo, whose pages are its only client. Membership is in memory, so no database is needed, and
/// nothing listens. It is put together on another thread while the projects are recovered, and started when phones are served.
/// </summary>
internal sealed class OwnCluster : IHostedService, IAsyncDisposable
{
    private const string Name = "silo";
    private readonly Task<IHost> _host;

    /// <param name="services">Has the ports.</param>
    public OwnCluster(IServiceProvider services) => _host = Task.Run(() => OrleansSilo.Build(services, Name, Alone));

    /// <summary>Those of Orleans' host; waits while it is put together.</summary>
    public IServiceProvider Services => _host.GetAwaiter().GetResult().Services;

    /// <summary>Calls of grains are answered from the start of the cluster on; waits while it is put together.</summary>
    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public async Task StartAsync(CancellationToken cancellationToken) => await (await _host).StartAsync(cancellationToken);

    public async Task StopAsync(CancellationToken cancellationToken) => await (await _host).StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (await _host is IAsyncDisposable host)
        {
            await host.DisposeAsync();
        }
    }

    private static void Alone(ISiloBuilder silo)
    {
        silo.UseLocalhostClustering(gatewayPort: 0);
        silo.Services.AddSingleton<OnlySilo>();
        silo.Services.AddSingleton<ISiloMap>(static services => services.GetRequiredService<OnlySilo>());
        silo.Services.AddSingleton<IProjectPlaces>(static services => services.GetRequiredService<OnlySilo>());
        ListenNowhere(silo.Services);
        KeepQuiet(silo.Services);
    }

    private static void ListenNowhere(IServiceCollection services)
    {
        var listeners = services
            .Where(static service => service.IsKeyedService && service.ServiceType == typeof(IConnectionListenerFactory))
            .Select(static service => service.ServiceKey).ToList();
        foreach (var listener in listeners)
        {
            services.AddKeyedSingleton<IConnectionListenerFactory>(listener, new NoListener());
        }
    }

    /// <summary>
    /// Alone there is nobody to probe, to compare loads with or to hear from; looking all the time cost 7 ms of CPU a second.
    /// </summary>
    private static void KeepQuiet(IServiceCollection services)
    {
        services.Configure<DeploymentLoadPublisherOptions>(static options =>
            options.DeploymentLoadPublisherRefreshTime = TimeSpan.FromMinutes(10));
        services.Configure<ClusterMembershipOptions>(static options =>
        {
            options.TableRefreshTimeout = TimeSpan.FromMinutes(10);
            options.IAmAliveTablePublishTimeout = TimeSpan.FromMinutes(10);
            options.LocalHealthDegradationMonitoringPeriod = TimeSpan.FromMinutes(1);
        });
    }
}
