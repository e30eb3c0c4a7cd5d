namespace CallCenter.Silo.Signaling.Transport;

/// <summary>Bounds of connections, TCP and TLS each.</summary>
internal sealed record StreamLimits
{
    /// <summary>Connections at a time; the newest is closed.</summary>
    public int Connections { get; init; } = 4_096;

    /// <summary>Connections at a time of one address; the newest is closed.</summary>
    public int PerSource { get; init; } = 64;

    /// <summary>How long a message may take from its first byte to its last, and a TLS handshake as a whole.</summary>
    public TimeSpan MessageWithin { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection may last without a whole message at first.</summary>
    public TimeSpan FirstMessageWithin { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long it may be silent afterwards.</summary>
    public TimeSpan SilentAtMost { get; init; } = TimeSpan.FromHours(2);
}
