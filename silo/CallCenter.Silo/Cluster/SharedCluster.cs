using CallCenter.Abstractions.Ports;
using CallCenter.Grains.Placement;
using CallCenter.History;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace CallCenter.Silo.Cluster;

/// <summary>
/// Takes part in a cluster whose members find one another in PostgreSQL. Phones never wait for it: while the database is away at the start
/// it is tried again; who is in already goes on without it. A silo that the others gave up, because they could not reach it, comes back as
/// a new member: Orleans would end the process, and with it all calls.
/// </summary>
internal sealed class SharedCluster(IServiceProvider services, ClusterMembership self, ILogger<SharedCluster> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(2);

    private readonly ClusterCertificates? _certificates =
        self.Cluster.Tls is { } tls ? ClusterCertificates.Read(tls) : null;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        string? said = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            var fate = new Fate();
            using var host = OrleansSilo.Build(services, self.Name, silo => Join(silo, fate));
            try
            {
                await PrepareTables(stoppingToken);
                await host.StartAsync(stoppingToken);
                if (Namesake(host) is { } other)
                {
                    throw new InvalidOperationException($"{other} has the name {self.Name} already; give this one another --name.");
                }

                ClusterLog.Joined(log, self.Name, $"{self.Address}:{self.SiloPort}", self.GatewayPort);
                said = null;
                ClusterLog.PutOut(log, self.Name, await fate.Sealed.WaitAsync(stoppingToken));
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
            }
            catch (Exception failure)
            {
                var reason = failure.GetBaseException().Message;
                if (reason != said)
                {
                    ClusterLog.Apart(log, self.Name, reason);
                }

                said = reason;
            }

            await End(host);
            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Whoever comes first makes them; where the cluster's database is that of the history, history does the same.
    private async Task PrepareTables(CancellationToken cancellation)
    {
        await using var database = HistoryDatabase.DataSource(self.Cluster.ConnectionString);
        await Migrator.Migrate(database, cancellation);
    }

    private static async Task End(IHost host)
    {
        using var limit = new CancellationTokenSource(LongestStop);
        await host.StopAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private SiloAddress? Namesake(IHost host)
    {
        var own = host.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress;
        return host.Services.GetRequiredService<IClusterMembershipService>().CurrentSnapshot.Members.Values
            .FirstOrDefault(member => member.Status == SiloStatus.Active && member.Name == self.Name && !member.SiloAddress.Equals(own))
            ?.SiloAddress;
    }

    private void Join(ISiloBuilder silo, Fate fate)
    {
        silo.UseAdoNetClustering(options =>
            (options.Invariant, options.ConnectionString) =
                (ClusterNames.Invariant, HistoryDatabase.ForOrleans(self.Cluster.ConnectionString)));
        silo.ConfigureEndpoints(self.Address, self.SiloPort, self.GatewayPort, listenOnAnyHostAddress: false);
        silo.Services.Configure<ClusterOptions>(ClusterNames.Set);
        silo.Services.Configure<ClusterMembershipOptions>(static options =>
        {
            // A silo that hangs is given up after 3 to 4 s; usual is a quarter of a minute.
            options.ProbeTimeout = TimeSpan.FromSeconds(1);
            options.NumMissedProbesLimit = 3;
            options.TableRefreshTimeout = TimeSpan.FromSeconds(10);
            options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(10);
        });
        silo.Services.Configure<SiloMessagingOptions>(static options => options.ResponseTimeout = ClusterNames.LongestAnswer);
        silo.Services.AddSingleton<IFatalErrorHandler>(fate);
        silo.Services.AddSingleton<SiloMap>();
        silo.Services.AddSingleton<ISiloMap>(static provider => provider.GetRequiredService<SiloMap>());
        silo.Services.AddSingleton<IProjectPlaces>(static provider => provider.GetRequiredService<SiloMap>());
        silo.Services.AddHostedService(static provider => provider.GetRequiredService<SiloMap>());
        if (_certificates is not null)
        {
            silo.UseTls(_certificates.Apply);
        }
    }

    /// <summary>What Orleans would end the process for ends only its part of it.</summary>
    private sealed class Fate : IFatalErrorHandler
    {
        private readonly TaskCompletionSource<string> _sealed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Why this member cannot go on.</summary>
        public Task<string> Sealed => _sealed.Task;

        public bool IsUnexpected(Exception exception) => exception is not ThreadAbortException;

        public void OnFatalException(object? sender, string? context, Exception? exception) =>
            _sealed.TrySetResult(exception?.Message ?? context ?? "unknown");
    }
}
