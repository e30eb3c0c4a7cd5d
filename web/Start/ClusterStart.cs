using System.Net;

namespace CallCenter.Web.Start;

/// <summary>What the command line says of a cluster of several processes.</summary>
/// <param name="ConnectionString">From the environment: where the silos find one another.</param>
public sealed record ClusterStart(string ConnectionString)
{
    /// <summary>The name of this silo.</summary>
    public string Name { get; init; } = "";

    /// <summary>Under which other silos and the pages reach this one.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>For other silos.</summary>
    public int SiloPort { get; init; }

    /// <summary>For pages.</summary>
    public int GatewayPort { get; init; }

    /// <summary>Null: in the clear, which is for loopback only.</summary>
    public ClusterTlsStart? Tls { get; init; }
}

/// <summary>PEM files of silo and gateway ports.</summary>
public sealed record ClusterTlsStart(string CertificateFile, string KeyFile, string AuthorityFile);
