using System.Net;
using System.Net.Sockets;
using CallCenter.Abstractions;
using CallCenter.Silo.Cluster;
using CallCenter.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Tests.Cluster;

/// <summary>Whole silos that find one another in a PostgreSQL of their own, and pages' connections to them, all in this process.</summary>
internal sealed class ClusterUnderTest : IAsyncDisposable
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(10);

    private readonly PostgresFixture _postgres = new();
    private readonly List<IHost> _hosts = [];
    private string? _database;

    public TemporaryFolder Folder { get; } = new();

    public KeptLog Log { get; } = new();

    public Task<PrivatePostgres> Postgres() => _postgres.Server();

    public async Task<string> Database() => _database ??= await _postgres.NewDatabase();

    /// <summary>Starts a silo; it takes part a moment later.</summary>
    public async Task<SiloInCluster> Start(string name, SiloInCluster? again = null, ClusterTls? tls = null)
    {
        var silo = again ?? new SiloInCluster(name, Path.Combine(Folder.Path, name), FreePort(), FreePort());
        var cluster = new SharedClusterOptions(await Database()) { Tls = tls };
        var host = await Run(services => services.AddSilo(new SiloOptions
        {
            DataFolder = silo.Folder,
            SipPort = 0,
            ProjectId = name.ToLowerInvariant(),
            HistoryConnectionString = cluster.ConnectionString,
            Cluster = new ClusterMembership(name, IPAddress.Loopback, silo.SiloPort, silo.GatewayPort, cluster),
        }));
        return silo with { Host = host };
    }

    /// <summary>A silo that is the whole cluster, on a database that need not be there.</summary>
    public Task<IHost> StartAlone(string database) => Run(services => services.AddSilo(new SiloOptions
    {
        DataFolder = Path.Combine(Folder.Path, "alone"),
        SipPort = 0,
        ProjectId = "main",
        HistoryConnectionString = database,
    }));

    /// <summary>The grains as pages in another process have them; returns when a silo was found.</summary>
    public async Task<IGrainFactory> Connect(ClusterTls? tls = null) =>
        (await ConnectHost(tls)).Services.GetRequiredService<IGrainFactory>();

    /// <summary>The same with its host, which may be stopped.</summary>
    public async Task<IHost> ConnectHost(ClusterTls? tls = null)
    {
        var database = await Database();
        return await Run(services => services
            .AddSingleton(TimeProvider.System)
            .AddClusterConnection(new SharedClusterOptions(database) { Tls = tls }));
    }

    public Task Stop(SiloInCluster silo) => End(silo.Host);

    public async Task End(IHost host)
    {
        _hosts.Remove(host);
        await Stop(host);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in Enumerable.Reverse(_hosts))
        {
            await Stop(host);
        }

        await _postgres.DisposeAsync();
        Folder.Dispose();
    }

    private async Task<IHost> Run(Action<IServiceCollection> add)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton<ILoggerFactory>(Log);
        add(builder.Services);
        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        _hosts.Add(host);
        return host;
    }

    private static async Task Stop(IHost host)
    {
        // As a process that is stopped: what does not end in time is left.
        using var limit = new CancellationTokenSource(LongestStop);
        await host.StopAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ((IAsyncDisposable)host).DisposeAsync().AsTask().WaitAsync(LongestStop);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>A silo of the cluster under test, and what it needs to be started again.</summary>
internal sealed record SiloInCluster(string Name, string Folder, int SiloPort, int GatewayPort)
{
    public IHost Host { get; init; } = null!;

    /// <summary>The project that its folder began with.</summary>
    public ProjectId Project => new(Name.ToLowerInvariant());
}
