using System.Diagnostics;
using CallCenter.Sip.Authentication;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Sdp;

namespace CallCenter.Sip.Tests.Messages;

/// <summary>No input may throw or hang, and everything that parses can be read, answered and copied.</summary>
public sealed class SipParserFuzzTests
{
    private static readonly byte[][] Seeds =
    [
        Wire.Bytes(Wire.Invite),
        Wire.Bytes("""
            SIP/2.0 401 Unauthorized
            v: SIP/2.0/UDP [2001:db8::9:1]:5060;branch=z9hG4bKas3;received=192.0.2.1;rport=5070, SIP/2.0/TCP x
            f: "A \"quoted\" name" <sip:a%20b:pw@example.com:5070;transport=tcp?x=y>;tag=1
            t: sip:bob@example.com;tag=2
            i: abc@example.com
            CSeq: 1 REGISTER
            m: <sip:bob@192.0.2.4>;expires=60;q=0.5, "x" <sip:b@c>
            Record-Route: <sip:p1;lr>, <sip:p2;lr>
            WWW-Authenticate: Digest realm="a, b", nonce="n", qop="auth,auth-int", algorithm=SHA-256, stale=TRUE
            Session-Expires: 1800;refresher=uas
            Reason: Q.850;cause=16;text="Terminated"
            l: 0


            """),
        Wire.Bytes("""
            REGISTER sip:example.com SIP/2.0
            Via: SIP/2.0/TLS 10.0.0.1;branch=z9hG4bKx;rport
            From: <sip:a@example.com>;tag=1
            To: <sip:a@example.com>
            Call-ID: 1
            CSeq: 2 REGISTER
            Max-Forwards: 70
            Contact: *
            Authorization: Digest username="a", realm="r", nonce="n", uri="sip:example.com", response="00", qop=auth,
             nc=00000001, cnonce="c"
            Expires: 0
            Subject: folded
             line


            """),
    ];

    private static readonly byte[] Interesting = "\0\r\n \t\":;,<>@?=&%\\[]()/*{}'0A\xff"u8.ToArray();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Fifty_thousand_mutations_neither_throw_nor_hang(int seed)
    {
        var random = new Random(seed);
        var writer = new SipMessageWriter();
        var digest = new DigestServer(new DigestServerOptions { Realm = "r" }, (_, _, _) => null, new FakeRandom());
        var client = new DigestClient(new DigestIdentity("a", "b"), new FakeRandom());
        var started = Stopwatch.GetTimestamp();
        var valid = 0;
        for (var i = 0; i < 50_000; i++)
        {
            var input = Mutate(Seeds[random.Next(Seeds.Length)], random);
            if (SipParser.TryParse(input, out var message, out var error))
            {
                valid++;
                ReadEverything(message!, writer, digest, client);
            }
            else if (error.CanAnswer)
            {
                writer.Response(message!, error.StatusCode, new SipTag(1), error.Reason).End();
            }
        }

        Assert.InRange(valid, 5_000, 49_000);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(20));
    }

    private static void ReadEverything(SipMessage message, SipMessageWriter writer, DigestServer digest, DigestClient client)
    {
        _ = (message.RequestUri, message.From.Uri, message.To.Uri, message.Contacts, message.Expires, message.MaxForwards);
        _ = (message.SessionExpires, message.MinSe, message.Reason, message.NameAddrs(SipHeader.RecordRoute), message.ToString());
        _ = message.TopVia.ReceivedPort + message.TopVia.Received.Length;
        _ = message.RequestUri?.IsEquivalentTo(SipUri.Parse("sip:bob@biloxi.example.com"));
        _ = SdpSummary.TryParse(message.Body, out _);
        message.Flow = new SipFlow(SipTransport.Udp, new SipEndPoint(0x7f000001u, 5060));
        if (message.IsRequest)
        {
            RequestChecks.Check(message, "192.0.2.1"u8);
            digest.Verify(message, 0);
            Dialog.CreateUas(message, new SipTag(2));
            Assert.True(Reparses(writer.Response(message, 200, new SipTag(1)).End().Written));
        }
        else
        {
            client.TryTakeChallenge(message, wasAuthorized: false);
            Dialog.CreateUac(message, SipUri.Parse("sip:x@y"));
        }
    }

    private static bool Reparses(ReadOnlySpan<byte> written) => SipParser.TryParse(written, out _, out _);

    private static byte[] Mutate(byte[] seed, Random random)
    {
        var bytes = new List<byte>(seed);
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 12), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] = Interesting[random.Next(Interesting.Length)];
                    break;
                case 2:
                    bytes.Insert(at, Interesting[random.Next(Interesting.Length)]);
                    break;
                case 3:
                    bytes.RemoveRange(at, Math.Min(length, bytes.Count - 1));
                    break;
                case 4:
                    bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count - length + 1), length));
                    break;
                default:
                    bytes.RemoveRange(Math.Max(1, at), bytes.Count - Math.Max(1, at));
                    break;
            }
        }

        return [.. bytes];
    }
}
