using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Ports;

namespace CallCenter.Silo.Cluster;

/// <summary>A cluster of one silo: every project that runs here.</summary>
internal sealed class OwnPlaces(IProjectRegistry registry) : IProjectPlaces
{
    private const string Name = "silo";

    public IReadOnlyList<SiloPlace> Silos => [new SiloPlace(Name, IsHere: true, registry.Running)];
}
