using CallCenter.History;
using CallCenter.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Orleans.Configuration;

namespace CallCenter.Grains.Tests.Tables;

/// <summary>A silo on the tables of our migrations, with Orleans' own providers, in a PostgreSQL of its own.</summary>
public sealed class OrleansTables : IAsyncLifetime
{
    private const string Invariant = "Npgsql";
    private readonly PostgresFixture _postgres = new();
    private IHost _host = null!;

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    /// <summary>The table of another cluster than the running silo's, empty at first.</summary>
    public async Task<IMembershipTable> Members(string cluster)
    {
        var services = new ServiceCollection().AddLogging();
        services.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (cluster, "tests"));
        services.Configure<AdoNetClusteringSiloOptions>(options =>
            (options.Invariant, options.ConnectionString) = (Invariant, ConnectionString));
        var table = ActivatorUtilities.CreateInstance<Orleans.Runtime.MembershipService.AdoNetClusteringTable>(
            services.BuildServiceProvider());
        await table.InitializeMembershipTableAsync(true, TestContext.Current.CancellationToken);
        return table;
    }

    public string ConnectionString { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var database = await _postgres.NewDatabase();
        await using (var pool = HistoryDatabase.DataSource(database)) await Migrator.Migrate(pool);
        ConnectionString = HistoryDatabase.ForOrleans(database);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.UseOrleans(silo => silo
            .UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (Invariant, ConnectionString))
            .AddAdoNetGrainStorage("notes", options => (options.Invariant, options.ConnectionString) = (Invariant, ConnectionString))
            .UseAdoNetReminderService(options => (options.Invariant, options.ConnectionString) = (Invariant, ConnectionString))
            .Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = ("tables", "tests"))
            .ConfigureEndpoints(System.Net.IPAddress.Loopback, FreePort(), FreePort()));
        _host = builder.Build();
        await _host.StartAsync();
    }

    public async Task<long> Count(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await _postgres.DisposeAsync();
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
