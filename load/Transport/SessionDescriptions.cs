using System.Globalization;
using System.Text;
using CallCenter.Sip;

namespace CallCenter.Load.Transport;

/// <summary>The session descriptions of simulated phones: G.711 and DTMF at a port where nobody listens; no media is sent.</summary>
internal static class SessionDescriptions
{
    /// <summary>One description; its version counts up with every change (RFC 3264 §8).</summary>
    /// <param name="direction"><c>sendrecv</c>, <c>sendonly</c>, <c>recvonly</c> or <c>inactive</c>.</param>
    public static byte[] Write(SipEndPoint local, long session, int version, string direction)
    {
        var address = local.Address;
        var port = 20_000 + (session % 20_000 * 2);
        return Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"""
            v=0
            o=- {session} {version} IN IP4 {address}
            s=-
            c=IN IP4 {address}
            t=0 0
            m=audio {port} RTP/AVP 8 0 101
            a=rtpmap:8 PCMA/8000
            a=rtpmap:0 PCMU/8000
            a=rtpmap:101 telephone-event/8000
            a=fmtp:101 0-15
            a={direction}

            """).ReplaceLineEndings("\r\n"));
    }

    /// <summary>What to answer to an offer, so that held stays held (RFC 3264 §6.1).</summary>
    public static string AnswerTo(ReadOnlySpan<byte> offer)
    {
        if (offer.IndexOf("a=sendonly"u8) >= 0)
        {
            return "recvonly";
        }

        if (offer.IndexOf("a=recvonly"u8) >= 0)
        {
            return "sendonly";
        }

        return offer.IndexOf("a=inactive"u8) >= 0 ? "inactive" : "sendrecv";
    }
}
