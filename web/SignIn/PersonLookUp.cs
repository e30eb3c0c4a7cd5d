using CallCenter.Abstractions.Grains;
using CallCenter.Web.Cluster;

namespace CallCenter.Web.SignIn;

/// <summary>Where what is kept for somebody is found.</summary>
public sealed class PersonLookUp(IGrainFactory grains, ClusterView cluster)
{
    /// <summary>
    /// Null while the database is away in which it lies: a grain that cannot read its state is an error in the log, with every attempt.
    /// </summary>
    public IPersonGrain? Of(Viewer viewer) =>
        cluster.HasHistory(viewer.Project) ? grains.Person(viewer.Project, viewer.PersonKey) : null;
}
