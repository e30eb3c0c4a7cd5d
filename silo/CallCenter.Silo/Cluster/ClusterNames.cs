using Orleans.Configuration;

namespace CallCenter.Silo.Cluster;

/// <summary>What silos and pages of a cluster have to agree on.</summary>
internal static class ClusterNames
{
    public const string Invariant = "Npgsql";

    /// <summary>A page waits no longer for a silo that does not answer.</summary>
    public static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(5);

    private const string Name = "callcenter";

    public static void Set(ClusterOptions options) => (options.ClusterId, options.ServiceId) = (Name, Name);
}
