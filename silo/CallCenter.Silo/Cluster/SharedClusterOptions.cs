using System.Net;

namespace CallCenter.Silo.Cluster;

/// <summary>A cluster of several processes, which find one another in PostgreSQL.</summary>
/// <param name="ConnectionString">The database with the tables of Orleans.</param>
public sealed record SharedClusterOptions(string ConnectionString)
{
    /// <summary>Null: silo and gateway ports speak in the clear, which is for loopback only.</summary>
    public ClusterTls? Tls { get; init; }

    /// <summary>Whether pages show the dashboard of Orleans.</summary>
    public bool Dashboard { get; init; }
}

/// <summary>How a silo takes part in a cluster.</summary>
/// <param name="Name">Its name; the same after every start, another one on every silo.</param>
/// <param name="Address">Under which the others reach it, and on which it listens.</param>
/// <param name="SiloPort">For other silos.</param>
/// <param name="GatewayPort">For pages' processes.</param>
public sealed record ClusterMembership(string Name, IPAddress Address, int SiloPort, int GatewayPort, SharedClusterOptions Cluster);

/// <summary>Who may speak on silo and gateway ports: whoever has a certificate of this authority.</summary>
/// <param name="CertificateFile">PEM, for both roles of TLS.</param>
/// <param name="KeyFile">PEM, of the certificate.</param>
/// <param name="AuthorityFile">PEM with the certificates of the authority.</param>
public sealed record ClusterTls(string CertificateFile, string KeyFile, string AuthorityFile);
