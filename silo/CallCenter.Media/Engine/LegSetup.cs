using System.Net;

namespace CallCenter.Media.Engine;

/// <summary>What a leg is opened with.</summary>
/// <param name="Key">The host's name for it: every word about the leg carries it.</param>
/// <param name="LocalAddress">Where we listen; its family is the leg's.</param>
public sealed record LegSetup(long Key, IPAddress LocalAddress, LegTerms Terms)
{
    /// <summary>Reports share the port of the audio (RFC 5761).</summary>
    public bool HasRtcpMux { get; init; }

    /// <summary>Goes on as before a restart: same ports, SSRC, numbers. Null for a new leg.</summary>
    public MediaLegState? Resumed { get; init; }
}
