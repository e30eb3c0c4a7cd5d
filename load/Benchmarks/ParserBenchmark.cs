using System.Text;
using BenchmarkDotNet.Attributes;
using CallCenter.Sip;
using CallCenter.Sip.Messages;

namespace CallCenter.Benchmarks;

/// <summary>One INVITE of usual size, bytes to message and message to response.</summary>
public class ParserBenchmark
{
    private const string Head = """
        INVITE sip:+380445550100@127.0.0.1:5060 SIP/2.0
        Via: SIP/2.0/UDP 127.0.0.1:5080;branch=z9hG4bK0123456789abcdef;rport
        Max-Forwards: 70
        From: "Hanna" <sip:+380501112233@127.0.0.1:5060>;tag=0123456789abcdef
        To: <sip:+380445550100@127.0.0.1:5060>
        Call-ID: 0123456789abcdef0123456789abcdef
        CSeq: 1 INVITE
        Contact: <sip:+380501112233@127.0.0.1:5080>
        Allow: INVITE, ACK, CANCEL, BYE, OPTIONS, UPDATE, INFO
        Supported: timer, replaces
        User-Agent: Phone 1.0
        Content-Type: application/sdp

        """;

    private const string Sdp = """
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

        """;

    private readonly byte[] _bytes = Message();
    private readonly SipMessageWriter _writer = new();
    private SipMessage _invite = null!;

    [GlobalSetup]
    public void Prepare()
    {
        _invite = Parse();
        _invite.Flow = new SipFlow(SipTransport.Udp, new SipEndPoint(0x7f000001, 5080));
    }

    [Benchmark]
    public SipMessage Parse() =>
        SipParser.TryParse(_bytes, out var message, out var error) ? message! : throw new InvalidOperationException(error.Reason);

    [Benchmark]
    public int WriteResponse() =>
        _writer.Response(_invite, 180, new SipTag(1)).Header(SipHeader.Contact, "<sip:127.0.0.1:5060>").End().Written.Length;

    private static byte[] Message()
    {
        var sdp = Sdp.ReplaceLineEndings("\r\n");
        var head = Head.ReplaceLineEndings("\r\n");
        return Encoding.ASCII.GetBytes($"{head}Content-Length: {sdp.Length}\r\n\r\n{sdp}");
    }
}
