using CallCenter.Silo;
using CallCenter.Silo.Cluster;
using CallCenter.Silo.Media;
using CallCenter.Silo.Secrets;
using CallCenter.Web.SignIn;
using CallCenter.Web.Start;

return await CommandLine.Run(
    args, Everything, data => [.. SiloCommands.All(data), ProcessCommands.Silo(SiloAlone), ProcessCommands.Web(PagesAlone)]);

// Pages and silo in one process.
static async Task<int> Everything(StartOptions options)
{
    // 1. What would stop the start half way is looked at first, so that the message says what to do.
    using var folder = DataFolder.Take(options.Data);
    Ports.Check(options);

    // 2. Pages and silo start together in one host.
    await using var app = WebServer.Build(options, services => services.AddSilo(ToSilo(options)));
    if (options.Dashboard) app.MapDashboard(Policies.Operate);
    await app.StartAsync();

    // 3. They run until Ctrl+C.
    StartNotice.Give(
        options, app.Services.GetRequiredService<SecretStore>().TakeFirstStartPassword(), Console.Out, app.Logger);
    await app.WaitForShutdownAsync();
    return 0;
}

// A silo of a cluster: the same without pages.
static async Task<int> SiloAlone(StartOptions options)
{
    using var folder = DataFolder.Take(options.Data);
    Ports.Check(options);
    using var host = SiloProcess.Build(options, services => services.AddSilo(ToSilo(options)));
    await host.StartAsync();
    StartNotice.Give(
        options, host.Services.GetRequiredService<SecretStore>().TakeFirstStartPassword(), Console.Out,
        host.Services.GetRequiredService<ILogger<Program>>());
    await host.WaitForShutdownAsync();
    return 0;
}

// Pages of a cluster: clients of its silos.
static async Task<int> PagesAlone(StartOptions options)
{
    Ports.Check(options);
    var history = Environment.GetEnvironmentVariable("ConnectionStrings__History") is { Length: > 0 } named
        ? named : options.Cluster!.ConnectionString;
    await using var app = WebServer.Build(options, services => services
        .AddHistoryReader(history)
        .AddClusterConnection(ToCluster(options.Cluster!) with { Dashboard = options.Dashboard }));
    if (options.Dashboard) app.MapDashboard(Policies.Operate);
    await app.StartAsync();
    StartNotice.Give(options, null, Console.Out, app.Logger);
    await app.WaitForShutdownAsync();
    return 0;
}

static SiloOptions ToSilo(StartOptions options) => new()
{
    DataFolder = options.Data,
    BindAddress = options.Bind,
    SipPort = options.SipPort,
    SipTls = options.SipTls is { } tls ? new SipTlsOptions(tls.Port, tls.CertificateFile, tls.KeyFile) : null,
    SipConnections = options.SipConnections,
    Media = new MediaOptions
    {
        FirstPort = options.Media.FirstPort,
        LastPort = options.Media.LastPort,
        Threads = options.Media.Threads,
    },
    HistoryConnectionString = Environment.GetEnvironmentVariable("ConnectionStrings__History"),
    ProjectFile = options.Project,
    FsyncJournal = options.Fsync,
    Alarms = options.Alarms,
    KeepAudit = options.KeepAudit,
    Dashboard = options.Dashboard,
    // In a cluster every project has a name of its own: what a silo begins with is called as it is.
    ProjectId = options.Cluster?.Name.ToLowerInvariant() ?? SiloOptions.FirstProject,
    Cluster = options.Cluster is { } cluster
        ? new ClusterMembership(cluster.Name, cluster.Address, cluster.SiloPort, cluster.GatewayPort, ToCluster(cluster)) : null,
};

static SharedClusterOptions ToCluster(ClusterStart cluster) => new(cluster.ConnectionString)
{
    Tls = cluster.Tls is { } tls ? new ClusterTls(tls.CertificateFile, tls.KeyFile, tls.AuthorityFile) : null,
};
