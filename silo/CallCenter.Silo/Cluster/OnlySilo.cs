using CallCenter.Abstractions;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Ports;
using CallCenter.Grains.Placement;

namespace CallCenter.Silo.Cluster;

/// <summary>The map of a cluster of one silo: every project that runs here.</summary>
internal sealed class OnlySilo(IProjectRegistry registry, ILocalSiloDetails self) : IProjectPlaces, ISiloMap
{
    public IReadOnlyList<SiloPlace> Silos => [new SiloPlace(self.Name, IsHere: true, registry.Running)];

    public SiloAddress? Of(string silo) => silo == self.Name ? self.SiloAddress : null;

    public ValueTask<string?> HomeOf(ProjectId project) => ValueTask.FromResult<string?>(self.Name);
}
