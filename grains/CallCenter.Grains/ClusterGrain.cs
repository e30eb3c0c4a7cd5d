using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Ports;
using Orleans.Concurrency;

namespace CallCenter.Grains;

/// <summary>What any silo knows of all of them.</summary>
[StatelessWorker(1), Reentrant]
public sealed class ClusterGrain(IProjectPlaces places) : Grain, IClusterGrain
{
    public ValueTask<SiloPlace[]> Silos() => ValueTask.FromResult<SiloPlace[]>([.. places.Silos]);
}
