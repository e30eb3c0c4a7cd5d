using System.Text;
using CallCenter.Sip;
using CallCenter.Sip.Messages;

namespace CallCenter.Benchmarks;

/// <summary>The messages of one call as the wire brings them, of usual size; identifiers of ours come from <see cref="OwnId"/>.</summary>
internal static class SipCall
{
    /// <summary>What the source of chance gives, always: so responses can be written before the request they belong to.</summary>
    public const ulong OwnId = 0x0123456789abcdef;

    public const string Contact = "<sip:127.0.0.1:5060>";
    public const string SentBy = "127.0.0.1:5060";

    public static readonly SipFlow Trunk = new(SipTransport.Udp, new SipEndPoint(0x7f000001, 5080));
    public static readonly SipFlow Phone = new(SipTransport.Udp, new SipEndPoint(0x7f000001, 6000));

    public static readonly byte[] Sdp = Encoding.ASCII.GetBytes(
        """
        v=0
        o=- 1 1 IN IP4 127.0.0.1
        s=-
        c=IN IP4 127.0.0.1
        t=0 0
        m=audio 20000 RTP/AVP 8 0 101
        a=rtpmap:8 PCMA/8000
        a=rtpmap:0 PCMU/8000
        a=rtpmap:101 telephone-event/8000
        a=sendrecv

        """.ReplaceLineEndings("\r\n"));

    public static byte[] InviteBytes { get; } = Bytes(Request("INVITE", "invite", "", 1), Sdp);

    public static SipMessage Invite() => Parse(InviteBytes);

    /// <summary>A request of the caller inside the dialog.</summary>
    public static SipMessage InDialog(string method, int cseq) =>
        Parse(Bytes(Request(method, method, $";tag={new SipTag(OwnId)}", cseq), []));

    /// <summary>A transaction of ours has a branch of its own.</summary>
    public static SipBranch BranchOf(SipMethod method) => new(OwnId + (ulong)method);

    /// <summary>The phone's response to a request of ours.</summary>
    public static SipMessage Response(int status, SipMethod method, int cseq, bool withSdp = false) => Parse(Bytes(
        $"""
        SIP/2.0 {status} {SipStatus.ReasonPhrase(status)}
        Via: SIP/2.0/UDP {SentBy};branch={BranchOf(method)};rport
        From: <sip:+380501112233@127.0.0.1>;tag={new SipTag(OwnId)}
        To: <sip:employee@127.0.0.1>;tag=phone
        Call-ID: fedcba9876543210fedcba9876543210
        CSeq: {cseq} {method.Name()}
        Contact: <sip:employee@127.0.0.1:6000>

        """,
        withSdp ? Sdp : []));

    public static SipMessage Parse(byte[] bytes) =>
        SipParser.TryParse(bytes, out var message, out var error) ? message! : throw new InvalidOperationException(error.Reason);

    private static string Request(string method, string branch, string toTag, int cseq) =>
        $"""
        {method} sip:+380445550100@127.0.0.1:5060 SIP/2.0
        Via: SIP/2.0/UDP 127.0.0.1:5080;branch=z9hG4bK0123456789abcdef{branch};rport
        Max-Forwards: 70
        From: "Hanna" <sip:+380501112233@127.0.0.1:5060>;tag=0123456789abcdef
        To: <sip:+380445550100@127.0.0.1:5060>{toTag}
        Call-ID: 0123456789abcdef0123456789abcdef
        CSeq: {cseq} {method}
        Contact: <sip:+380501112233@127.0.0.1:5080>
        Allow: INVITE, ACK, CANCEL, BYE, OPTIONS, UPDATE, INFO
        Supported: timer, replaces
        User-Agent: Phone 1.0

        """;

    private static byte[] Bytes(string head, byte[] sdp)
    {
        var type = sdp.Length > 0 ? "Content-Type: application/sdp\r\n" : "";
        return [.. Encoding.ASCII.GetBytes($"{head.ReplaceLineEndings("\r\n")}{type}Content-Length: {sdp.Length}\r\n\r\n"), .. sdp];
    }
}

/// <summary>A source of chance that always gives the same.</summary>
internal sealed class NoChance : ISipRandom
{
    public ulong NextUInt64() => SipCall.OwnId;
}
