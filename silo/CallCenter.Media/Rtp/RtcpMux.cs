namespace CallCenter.Media.Rtp;

/// <summary>RTP and RTCP on one port (RFC 5761).</summary>
public static class RtcpMux
{
    private const byte FirstRtcpType = 192;
    private const byte LastRtcpType = 223;

    /// <summary>
    /// RTCP packet types are 192 to 223. With the marker bit they are the RTP payload types 64 to 95, which nobody uses beside rtcp-mux
    /// (RFC 5761 §4).
    /// </summary>
    public static bool IsRtcp(ReadOnlySpan<byte> datagram) => datagram.Length > 1 && datagram[1] is >= FirstRtcpType and <= LastRtcpType;
}
