using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Cluster;

/// <summary>Log lines of the cluster: 1700–1719.</summary>
internal static partial class ClusterLog
{
    [LoggerMessage(1700, LogLevel.Information, "Silo {Name} is in the cluster: other silos at {Address}, pages at port {Gateway}")]
    public static partial void Joined(ILogger log, string name, string address, int gateway);

    [LoggerMessage(1701, LogLevel.Warning, "Silo {Name} is not in the cluster, and tries again: {Reason} Phones are served as before.")]
    public static partial void Apart(ILogger log, string name, string reason);

    [LoggerMessage(1702, LogLevel.Error, "The project {Project} lives on this silo ({Name}) and on {Other}: pages show one of them only. "
        + "Projects of a cluster have names of their own; remove one of the two.")]
    public static partial void Twice(ILogger log, string project, string name, string other);

    [LoggerMessage(1703, LogLevel.Warning, "The cluster lost sight of silo {Name} ({Reason}); it comes back by itself")]
    public static partial void PutOut(ILogger log, string name, string reason);

    [LoggerMessage(1705, LogLevel.Information, "Silo {Name} is here, with the projects {Projects}")]
    public static partial void SiloHere(ILogger log, string name, string projects);

    [LoggerMessage(1706, LogLevel.Warning, "Silo {Name} cannot be reached; its pages say so")]
    public static partial void SiloAway(ILogger log, string name);

    [LoggerMessage(1704, LogLevel.Warning, "No silo was found yet ({Reason}); the pages are served when one is")]
    public static partial void NoSilo(ILogger log, string reason);
}
