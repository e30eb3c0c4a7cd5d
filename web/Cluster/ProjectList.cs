using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Ports;

namespace CallCenter.Web.Cluster;

/// <summary>A project as operators see it, and the silo that it lives on.</summary>
public sealed record ListedProject(ProjectEntry Entry, string Silo);

/// <summary>The projects of all silos that are here.</summary>
public sealed class ProjectList(IGrainFactory grains, ClusterView cluster)
{
    /// <summary>In the order of the silos' names, and of one silo in that in which they were made.</summary>
    public async Task<IReadOnlyList<ListedProject>> Read()
    {
        var lists = await Task.WhenAll(cluster.Silos.Where(static silo => silo.IsHere).Select(async silo =>
            (await grains.Silo(silo.Name).Projects()).Select(entry => new ListedProject(entry, silo.Name))));
        return [.. lists.SelectMany(static list => list)];
    }
}
