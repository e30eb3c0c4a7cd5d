using CallCenter.Abstractions.Ports;
using CallCenter.Grains;
using CallCenter.Grains.Placement;
using CallCenter.Grains.Serialization;
using CallCenter.History;
using CallCenter.Silo.Cluster.Durable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Dashboard;
using Orleans.Storage;

namespace CallCenter.Silo.Cluster;

/// <summary>
/// Puts Orleans together as a host of its own beside the program's: in one container with the rest it would hold up the first INVITE, and
/// it may be ended and made anew while phones are served.
/// </summary>
internal static class OrleansSilo
{
    /// <summary>What the grains stand on.</summary>
    private static readonly Type[] Ports =
    [
        typeof(IProjects), typeof(ISignIns), typeof(ISecondFactors), typeof(IProjectRegistry), typeof(IConfigurations), typeof(IDrafts),
        typeof(IMail), typeof(ISiloHealth), typeof(IRecordings), typeof(IPrompts),
    ];

    /// <param name="services">Has the ports, a clock and the log.</param>
    /// <param name="cluster">Says what cluster it is, and adds the map of the silos.</param>
    public static IHost Build(IServiceProvider services, string name, Action<ISiloBuilder> cluster)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.AddSingleton(services.GetRequiredService<ILoggerFactory>());
        builder.Services.AddSingleton(services.GetRequiredService<TimeProvider>());
        foreach (var port in Ports)
        {
            builder.Services.AddSingleton(port, services.GetRequiredService(port));
        }

        builder.UseOrleans(silo =>
        {
            silo.Services.Configure<Orleans.Configuration.SiloOptions>(options => options.SiloName = name);
            silo.Services.Configure<GrainCollectionOptions>(static options => options.CollectionQuantum = TimeSpan.FromMinutes(5));
            silo.Services.AddSharedLanguage().AddPlacement();
            if (services.GetService<SiloOptions>() is { Dashboard: true })
            {
                silo.AddDashboard();
            }

            if (services.GetService<HistoryService>() is { } history)
            {
                silo.AddDurableGrains(services.GetService<SiloOptions>()?.Cluster?.Cluster.ConnectionString ?? history.ConnectionString);
            }
            else if (services.GetKeyedService<IGrainStorage>(GrainStateNames.Storage) is { } storage)
            {
                // Without a history, whoever puts the parts together says where grains keep their states.
                silo.Services.AddKeyedSingleton(GrainStateNames.Storage, storage);
            }

            cluster(silo);
        });
        return builder.Build();
    }
}
