using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Ports;
using CallCenter.Web.Cluster;

namespace CallCenter.Web.Health;

/// <summary>How the silos behind the pages are: what the one says, or of several all together.</summary>
public sealed class HealthReader(ClusterView cluster)
{
    private static readonly MemoryHealth NoMemory = new(0, 0, 0);

    public async Task<SiloHealth> Read()
    {
        var silos = cluster.Silos;
        if (silos.Count == 0)
        {
            return new SiloHealth(false, [Away("silos", "none was found yet", isRequired: true)], 0, 0, 0, 0, NoMemory);
        }

        var states = await Task.WhenAll(silos.Select(cluster.Ask));
        return silos.Count == 1 && states[0] is { } only ? only.Health : Together([.. silos.Zip(states)]);
    }

    /// <summary>
    /// Ready while one silo is, and every one that is here: one that is away does not keep the pages from serving the others.
    /// </summary>
    private static SiloHealth Together(IReadOnlyList<(SiloPlace Silo, SiloState? State)> all)
    {
        List<SiloHealth> here = [.. all.Select(static one => one.State?.Health).OfType<SiloHealth>()];
        var parts = all.SelectMany(static one => one.State is { } state
            ? state.Health.Parts.Select(part => part with { Name = $"{one.Silo.Name}/{part.Name}" })
            : [Away(one.Silo.Name, "it cannot be reached", isRequired: false)]);
        return new SiloHealth(
            here.Count > 0 && here.All(static one => one.Ready), [.. parts], here.Sum(static one => one.CallsLive),
            here.Sum(static one => one.CallsEnded), here.Sum(static one => one.JournalSequence),
            here.Sum(static one => one.JournalBacklog), Memory(here));
    }

    private static MemoryHealth Memory(List<SiloHealth> here) => new(
        here.Sum(static one => one.Memory.ManagedBytes), here.Sum(static one => one.Memory.FullCollections),
        here.Select(static one => one.Memory.LongestPauseMs).DefaultIfEmpty().Max());

    private static PartHealth Away(string name, string reason, bool isRequired) => new(name, false, isRequired, reason);
}
