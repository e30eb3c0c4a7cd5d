using CallCenter.Abstractions.Ports;
using CallCenter.Grains.Serialization;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace CallCenter.Silo.Cluster;

/// <summary>
/// Orleans in one process: a cluster of one silo, whose pages are its only client. Membership is in memory, so no database is needed, and
/// nothing listens. It is a host of its own beside the program's, put together on another thread while the projects are recovered and
/// started when phones are served: in one container with the rest it would hold up the first INVITE for 0.2 s.
/// </summary>
internal sealed class OwnCluster : IHostedService, IAsyncDisposable
{
    /// <summary>What the grains stand on.</summary>
    private static readonly Type[] Ports =
        [typeof(IProjects), typeof(ISignIns), typeof(IProjectRegistry), typeof(IConfigurations), typeof(ISiloHealth)];

    private readonly Task<IHost> _host;

    /// <param name="services">Has the ports.</param>
    public OwnCluster(IServiceProvider services) => _host = Task.Run(() => Build(services));

    /// <summary>Calls of grains are answered from the start of the cluster on; waits while it is put together.</summary>
    public IGrainFactory Grains => _host.GetAwaiter().GetResult().Services.GetRequiredService<IGrainFactory>();

    public async Task StartAsync(CancellationToken cancellationToken) => await (await _host).StartAsync(cancellationToken);

    public async Task StopAsync(CancellationToken cancellationToken) => await (await _host).StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (await _host is IAsyncDisposable host)
        {
            await host.DisposeAsync();
        }
    }

    private static IHost Build(IServiceProvider services)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.AddSingleton(services.GetRequiredService<ILoggerFactory>());
        foreach (var port in Ports)
        {
            builder.Services.AddSingleton(port, services.GetRequiredService(port));
        }

        builder.Services.AddSingleton<IProjectPlaces, OwnPlaces>();
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(gatewayPort: 0);
            ListenNowhere(silo.Services);
            silo.Services.AddSharedLanguage();
            KeepQuiet(silo.Services);
        });
        return builder.Build();
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
        services.Configure<GrainCollectionOptions>(static options => options.CollectionQuantum = TimeSpan.FromMinutes(5));
    }

    /// <summary>Signals are the program's matter; it starts and stops this.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
