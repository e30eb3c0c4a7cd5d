using System.Net;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Ports;
using CallCenter.Journal;
using CallCenter.Silo.Cluster;
using CallCenter.Silo.Media;

namespace CallCenter.Silo;

/// <summary>How a silo is started.</summary>
public sealed record SiloOptions
{
    /// <summary>How the one project is called as long as nobody makes others.</summary>
    public const string FirstProject = "main";

    /// <summary>Holds the journal, snapshots, secrets, sign-ins and the private PostgreSQL cluster.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The address whose ports are opened; <see cref="IPAddress.Any"/> serves the whole network.</summary>
    public IPAddress BindAddress { get; init; } = IPAddress.Loopback;

    /// <summary>The SIP port, UDP and TCP alike; 0 takes a free one.</summary>
    public int SipPort { get; init; } = 5060;

    /// <summary>SIP over TLS beside it; null: none.</summary>
    public SipTlsOptions? SipTls { get; init; }

    /// <summary>Connections at a time, TCP and TLS each; beyond them the newest is closed.</summary>
    public int SipConnections { get; init; } = 4_096;

    /// <summary>How long a message over a connection may take from its first byte to its last.</summary>
    public TimeSpan SipMessageWithin { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The address written into Via and Contact; null: the bind address, or the machine's own where that names no single one.
    /// </summary>
    public IPAddress? AdvertisedAddress { get; init; }

    /// <summary>What the audio that goes through us may use.</summary>
    public MediaOptions Media { get; init; } = new();

    /// <summary>Asked for the servers of trunks and SIP URIs; null: the machine's own.</summary>
    public IReadOnlyList<IPEndPoint>? DnsServers { get; init; }

    /// <summary>A PostgreSQL server; null starts a private cluster under the data folder.</summary>
    public string? HistoryConnectionString { get; init; }

    /// <summary>A configuration document that is imported when the project has none yet or another one is published.</summary>
    public string? ProjectFile { get; init; }

    /// <summary>The project that a new data folder begins with.</summary>
    public string ProjectId { get; init; } = FirstProject;

    /// <summary>Whether every flush of the journal waits for the disk: survives power loss, costs a disk's latency per batch.</summary>
    public bool FsyncJournal { get; init; }

    /// <summary>How long a segment of the journal grows before the next one is begun.</summary>
    public long JournalSegmentBytes { get; init; } = JournalOptions.UsualSegmentBytes;

    /// <summary>
    /// After so many events a snapshot is taken; later where the snapshot itself is so large that reading it takes longer than replaying
    /// them. The usual number is the worth of 10,000 calls.
    /// </summary>
    public long SnapshotEvents { get; init; } = 150_000;

    /// <summary>A snapshot is taken at the latest so long after the first event that none has.</summary>
    public TimeSpan SnapshotAge { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The cluster that it takes part in; null: pages are in this process, and there is no other silo.</summary>
    public ClusterMembership? Cluster { get; init; }

    /// <summary>Whether calls of grains are counted for the dashboard of Orleans.</summary>
    public bool Dashboard { get; init; }

    /// <summary>Entries of the audit log that are older are deleted from history.</summary>
    public TimeSpan KeepAudit { get; init; } = AuditEntry.UsuallyKept;

    /// <summary>From where on health, log and board raise the alarm.</summary>
    public AlarmLimits Alarms { get; init; } = new();
}
