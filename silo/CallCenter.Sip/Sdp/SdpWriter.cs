using System.Globalization;
using System.Text;

namespace CallCenter.Sip.Sdp;

/// <summary>Writes the SDP of a plain telephone: one audio stream, G.711 and telephone-event (RFC 8866, RFC 4733).</summary>
public static class SdpWriter
{
    /// <param name="address">The connection address, IPv4 or IPv6 without brackets.</param>
    /// <param name="sessionVersion">Counts up with every changed description of the same session (RFC 3264 §8).</param>
    public static byte[] Audio(
        string address, int port, ulong sessionId = 1, ulong sessionVersion = 1, SdpDirection direction = SdpDirection.SendRecv)
    {
        ArgumentNullException.ThrowIfNull(address);
        var family = address.Contains(':', StringComparison.Ordinal) ? "IP6" : "IP4";
        return Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"v=0\r\no=- {sessionId} {sessionVersion} IN {family} {address}\r\ns=-\r\nc=IN {family} {address}\r\nt=0 0\r\n"
            + $"m=audio {port} RTP/AVP 8 0 101\r\na=rtpmap:8 PCMA/8000\r\na=rtpmap:0 PCMU/8000\r\n"
            + $"a=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-16\r\na=ptime:20\r\na={direction.Word()}\r\n"));
    }
}
