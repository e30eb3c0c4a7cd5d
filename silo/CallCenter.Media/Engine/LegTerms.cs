using System.Net;
using CallCenter.Media.Srtp;

namespace CallCenter.Media.Engine;

/// <summary>What signaling agreed on for a leg; a renegotiation replaces it whole.</summary>
public sealed record LegTerms
{
    /// <summary>Where the peer said it listens; null before it said so, which is when early media may already come.</summary>
    public IPEndPoint? Remote { get; init; }

    /// <summary>Where it listens to reports (RFC 3605); null for the port above, or with rtcp-mux the same.</summary>
    public IPEndPoint? RemoteRtcp { get; init; }

    /// <summary>What we said we understand, under our payload types.</summary>
    public required IReadOnlyList<PayloadFormat> Receives { get; init; }

    /// <summary>What the peer said it understands, under its payload types. The first audio is what we speak ourselves.</summary>
    public required IReadOnlyList<PayloadFormat> Sends { get; init; }

    public MediaDirection Direction { get; init; } = MediaDirection.Both;

    /// <summary>
    /// The keys where both sides agreed on SRTP; null for plain RTP. Ours may stay for as long as the leg is encrypted; later it needs a
    /// new one, because numbers under a key may not come twice.
    /// </summary>
    public SrtpTerms? Srtp { get; init; }

    /// <summary>After so long without a packet, while we receive, <see cref="IMediaObserver.MediaStopped"/>; zero for never.</summary>
    public TimeSpan SilenceLimit { get; init; }

    /// <summary>The same formats with the same payload types both ways, as nearly everybody agrees on.</summary>
    public static LegTerms Of(IPEndPoint? remote, params PayloadFormat[] formats) =>
        new() { Remote = remote, Receives = formats, Sends = formats };
}
