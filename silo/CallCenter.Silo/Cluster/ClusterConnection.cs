using CallCenter.Grains.Serialization;
using CallCenter.History;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Dashboard;

namespace CallCenter.Silo.Cluster;

/// <summary>
/// The grains of a cluster for a process that is none of its silos. The start waits until one is found; later the connection comes back by
/// itself, whatever goes and comes.
/// </summary>
internal sealed class ClusterConnection : IHostedService, IAsyncDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private readonly IHost _host;
    private readonly ILogger _log;
    private string? _said;

    public ClusterConnection(IServiceProvider services, SharedClusterOptions cluster)
    {
        _log = services.GetRequiredService<ILogger<ClusterConnection>>();
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.AddSingleton(services.GetRequiredService<ILoggerFactory>());
        builder.UseOrleansClient(client => Configure(client, cluster));
        _host = builder.Build();
    }

    /// <summary>Those of Orleans' host.</summary>
    public IServiceProvider Services => _host.Services;

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public Task StartAsync(CancellationToken cancellationToken) => _host.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => _host.StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_host is IAsyncDisposable host)
        {
            await host.DisposeAsync();
        }
    }

    private void Configure(IClientBuilder client, SharedClusterOptions cluster)
    {
        client.UseAdoNetClustering(options =>
            (options.Invariant, options.ConnectionString) = (ClusterNames.Invariant, HistoryDatabase.ForOrleans(cluster.ConnectionString)));
        client.UseConnectionRetryFilter(TryAgain);
        client.Services.AddSharedLanguage();
        client.Services.Configure<ClusterOptions>(ClusterNames.Set);
        client.Services.Configure<GatewayOptions>(static options => options.GatewayListRefreshPeriod = LookEvery);
        client.Services.Configure<ClientMessagingOptions>(static options => options.ResponseTimeout = ClusterNames.LongestAnswer);
        if (cluster.Dashboard)
        {
            client.AddDashboard();
        }

        if (cluster.Tls is { } tls)
        {
            client.UseTls(ClusterCertificates.Read(tls).Apply);
        }
    }

    private async Task<bool> TryAgain(Exception failure, CancellationToken cancellation)
    {
        var reason = failure.GetBaseException().Message;
        if (reason != _said)
        {
            ClusterLog.NoSilo(_log, reason);
        }

        _said = reason;
        await Task.Delay(LookEvery, cancellation);
        return true;
    }
}
