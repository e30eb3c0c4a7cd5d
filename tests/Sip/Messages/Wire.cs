using System.Text;
using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Tests.Messages;

/// <summary>Messages as they stand in the RFCs: lines of text to bytes with CRLF.</summary>
internal static class Wire
{
    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text.Replace("\r\n", "\n").Replace("\n", "\r\n"));

    public static SipMessage Parse(string text)
    {
        Assert.True(SipParser.TryParse(Bytes(text), out var message, out var error), error.Reason);
        return message!;
    }

    public static SipMessage Parse(ReadOnlySpan<byte> bytes)
    {
        Assert.True(SipParser.TryParse(bytes, out var message, out var error), error.Reason);
        return message!;
    }

    public const string Invite = """
        INVITE sip:bob@biloxi.example.com SIP/2.0
        Via: SIP/2.0/UDP pc33.atlanta.example.com;branch=z9hG4bK776asdhds;rport
        Max-Forwards: 70
        To: Bob <sip:bob@biloxi.example.com>
        From: Alice <sip:alice@atlanta.example.com>;tag=1928301774
        Call-ID: a84b4c76e66710@pc33.atlanta.example.com
        CSeq: 314159 INVITE
        Contact: <sip:alice@pc33.atlanta.example.com>
        Content-Type: application/sdp
        Content-Length: 4

        v=0

        """;
}
