using CallCenter.Sip.Authentication;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Sdp;
using CallCenter.Tests.Shared.Fuzz;
using CallCenter.Tests.Shared.Torture;

namespace CallCenter.Sip.Tests.Messages;

/// <summary>No input may throw or hang, and everything that parses can be read, answered and copied.</summary>
public sealed class SipParserFuzzTests(ITestOutputHelper output)
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

    private static readonly byte[][] Others = [.. Seeds, .. TortureMessages.Names.Select(TortureMessages.Bytes)];

    [Fact]
    public void No_mutation_throws_or_hangs()
    {
        var time = new FuzzTime(usualSeconds: 3);
        var random = new Random(time.Seed);
        var mutator = new Mutator(random);
        var writer = new SipMessageWriter();
        var digest = new DigestServer(new DigestServerOptions { Realm = "r" }, (_, _, _) => null, new FakeRandom());
        var client = new DigestClient(new DigestIdentity("a", "b"), new FakeRandom());
        var (inputs, valid) = (0L, 0L);
        while (!time.IsOver)
        {
            var input = mutator.Change(Others[random.Next(Others.Length)], Others);
            inputs++;
            try
            {
                valid += Read(input, writer, digest, client) ? 1 : 0;
            }
            catch (Exception failure)
            {
                Assert.Fail($"Seed {time.Seed}, input {inputs}: {Convert.ToBase64String(input)}\n{failure}");
            }
        }

        output.WriteLine($"seed {time.Seed}: {inputs:N0} inputs, {valid:N0} of them valid");
        Assert.InRange(valid, inputs / 20, inputs * 19 / 20);
    }

    [Fact]
    public void No_stream_cut_at_random_breaks_the_framer()
    {
        var time = new FuzzTime(usualSeconds: 2);
        var random = new Random(time.Seed);
        var mutator = new Mutator(random);
        var (inputs, messages) = (0L, 0L);
        while (!time.IsOver)
        {
            var framer = new SipStreamFramer();
            var stream = Enumerable.Range(0, random.Next(1, 5))
                .SelectMany(_ => random.Next(3) == 0 ? mutator.Change(Others[random.Next(Others.Length)], Others) : Seeds[0]).ToArray();
            inputs++;
            var isBroken = false;
            for (var at = 0; at < stream.Length && !isBroken;)
            {
                var length = Math.Min(random.Next(1, random.Next(2) == 0 ? 8 : 2_000), stream.Length - at);
                framer.Append(stream.AsSpan(at, length));
                messages += Cut(framer, out isBroken);
                framer.Rest();
                at += length;
            }

            Assert.True(isBroken || framer.Buffered <= SipLimits.MaxMessageBytes, $"Seed {time.Seed}, input {inputs}");
        }

        output.WriteLine($"seed {time.Seed}: {inputs:N0} streams, {messages:N0} messages");
        Assert.True(messages > inputs / 2);
    }

    private static int Cut(SipStreamFramer framer, out bool isBroken)
    {
        for (var messages = 0; ; messages++)
        {
            var frame = framer.Next(out var bytes);
            isBroken = frame == StreamFrame.Broken;
            if (frame is StreamFrame.NeedMore or StreamFrame.Broken)
            {
                return messages;
            }

            Assert.True(frame == StreamFrame.KeepAlive || bytes.Length <= SipLimits.MaxMessageBytes);
        }
    }

    private static bool Read(byte[] input, SipMessageWriter writer, DigestServer digest, DigestClient client)
    {
        if (SipParser.TryParse(input, out var message, out var error))
        {
            ReadEverything(message!, writer, digest, client);
            return true;
        }

        if (error.CanAnswer)
        {
            writer.Response(message!, error.StatusCode, new SipTag(1), error.Reason).End();
        }

        return false;
    }

    private static void ReadEverything(SipMessage message, SipMessageWriter writer, DigestServer digest, DigestClient client)
    {
        _ = (message.RequestUri, message.From.Uri, message.To.Uri, message.Contacts, message.Expires, message.MaxForwards);
        _ = (message.SessionExpires, message.MinSe, message.Reason, message.NameAddrs(SipHeader.RecordRoute), message.ToString());
        _ = message.TopVia.ReceivedPort + message.TopVia.Received.Length;
        _ = message.RequestUri?.IsEquivalentTo(SipUri.Parse("sip:bob@biloxi.example.com"));
        _ = SdpSummary.TryParse(message.Sdp, out _);
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
}
