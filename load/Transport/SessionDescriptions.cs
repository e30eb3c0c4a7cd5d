using System.Globalization;
using System.Text.Unicode;

namespace CallCenter.Load.Transport;

/// <summary>The session descriptions of simulated phones: G.711 and DTMF at a port where nobody listens; no media is sent.</summary>
internal static class SessionDescriptions
{
    private const int MostBytes = 512;

    /// <summary>One description; its version counts up with every change (RFC 3264 §8).</summary>
    /// <param name="host">The phone's address.</param>
    /// <param name="direction"><c>sendrecv</c>, <c>sendonly</c>, <c>recvonly</c> or <c>inactive</c>.</param>
    public static byte[] Write(string host, long session, int version, string direction)
    {
        Span<byte> text = stackalloc byte[MostBytes];
        var port = 20_000 + (session % 20_000 * 2);
        Utf8.TryWrite(
            text, CultureInfo.InvariantCulture,
            $"v=0\r\no=- {session} {version} IN IP4 {host}\r\ns=-\r\nc=IN IP4 {host}\r\nt=0 0\r\nm=audio {port} RTP/AVP 8 0 101\r\n",
            out var length);
        Utf8.TryWrite(
            text[length..], CultureInfo.InvariantCulture,
            $"a=rtpmap:8 PCMA/8000\r\na=rtpmap:0 PCMU/8000\r\na=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-15\r\na={direction}\r\n",
            out var more);
        return text[..(length + more)].ToArray();
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
