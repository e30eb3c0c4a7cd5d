using System.Net;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Ports;

namespace CallCenter.Web.Start;

/// <summary>What the command line says.</summary>
/// <param name="Data">Absolute path of the data folder.</param>
/// <param name="HttpPort">0 takes any free port.</param>
/// <param name="SipPort">UDP and TCP.</param>
/// <param name="Project">A configuration document to import at the start.</param>
public sealed record StartOptions(string Data, int HttpPort, int SipPort, IPAddress Bind, string? Project, bool Demo)
{
    /// <summary>SIP over TLS; null: none.</summary>
    public TlsStart? SipTls { get; init; }

    /// <summary>Connections at a time, TCP and TLS each.</summary>
    public int SipConnections { get; init; } = 4_096;

    /// <summary>What the audio that goes through us may use.</summary>
    public MediaStart Media { get; init; } = MediaStart.Usual;

    /// <summary>Whether the journal waits for the disk with every group of turns.</summary>
    public bool Fsync { get; init; }

    /// <summary>Names under which the pages may be asked for, besides this machine's own.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>The reverse proxy in front of the pages; null: none.</summary>
    public IPAddress? Proxy { get; init; }

    /// <summary>Entries of the audit log that are older are deleted.</summary>
    public TimeSpan KeepAudit { get; init; } = AuditEntry.UsuallyKept;

    /// <summary>From where on health, log and board raise the alarm.</summary>
    public AlarmLimits Alarms { get; init; } = new();

    public LogForm Log { get; init; }

    /// <summary>Whether the operator is shown the dashboard of Orleans.</summary>
    public bool Dashboard { get; init; }

    /// <summary>Whether pages and API are served.</summary>
    public bool HasPages { get; init; } = true;

    /// <summary>Whether phones are served.</summary>
    public bool HasSilo { get; init; } = true;

    /// <summary>The cluster of several processes; null: silo and pages are one.</summary>
    public ClusterStart? Cluster { get; init; }

    public bool OnlyThisMachine => IPAddress.IsLoopback(Bind);
}
