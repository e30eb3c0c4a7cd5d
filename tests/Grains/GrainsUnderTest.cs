using CallCenter.Abstractions;
using CallCenter.Abstractions.Ports;
using CallCenter.Grains.Placement;
using CallCenter.Grains.Serialization;
using CallCenter.Tests.Shared.Ports;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Orleans.TestingHost;

namespace CallCenter.Grains.Tests;

/// <summary>Grains in a cluster of one silo, on the ports of a project in memory.</summary>
public sealed class GrainsUnderTest : IAsyncLifetime
{
    public static readonly ProjectId Project = FakeSilo.Project;

    private InProcessTestCluster _cluster = null!;

    public FakeSilo Silo { get; } = new();

    public IGrainFactory Grains => _cluster.Silos[0].ServiceProvider.GetRequiredService<IGrainFactory>();

    /// <summary>As another process has it: what it says and hears travels as bytes.</summary>
    public IGrainFactory Elsewhere => _cluster.Client;

    public Serializer Serializer => _cluster.Silos[0].ServiceProvider.GetRequiredService<Serializer>();

    public async ValueTask InitializeAsync()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton<IProjects>(Silo.Projects);
            silo.Services.AddSingleton<ISignIns>(Silo.SignIns);
            silo.Services.AddSingleton<IProjectRegistry>(Silo.Registry);
            silo.Services.AddSingleton<IConfigurations>(Silo.Configurations);
            silo.Services.AddSingleton<ISiloHealth>(Silo);
            silo.Services.AddSingleton<IProjectPlaces>(Silo);
            silo.Services.AddSharedLanguage().AddPlacement();
            silo.Services.AddSingleton<ISiloMap, OnlySilo>();
        });
        builder.ConfigureClient(client => client.Services.AddSharedLanguage());
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.StopAllSilosAsync();
        await _cluster.DisposeAsync();
    }
}
