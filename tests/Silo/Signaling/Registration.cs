using System.Text;
using CallCenter.Sip;
using CallCenter.Sip.Authentication;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>REGISTER and credentials of test phones.</summary>
internal static class Registration
{
    private static uint _cseq;

    /// <summary>Registers with digest and returns the final response.</summary>
    public static async Task<SipMessage> Register(
        TestPhone phone, string password, int expires = 3600, int expect = 200, string? asUser = null, string domain = "127.0.0.1")
    {
        Send(phone, null, expires, asUser, domain);
        var challenge = await phone.Expect(401);
        Send(phone, Credentials(challenge, phone.User, password, SipMethod.Register, $"sip:{domain}"), expires, asUser, domain);
        return await phone.Expect(expect);
    }

    /// <summary>Sends one REGISTER without waiting.</summary>
    public static void Send(TestPhone phone, string? credentials, int expires, string? asUser = null, string domain = "127.0.0.1")
    {
        var party = $"<sip:{asUser ?? phone.User}@{domain}>";
        Begin(phone, SipMethod.Register, $"sip:{domain}", party);
        phone.Writer.Header(SipHeader.Contact, phone.Contact).Header(SipHeader.Expires, expires);
        if (credentials is not null)
        {
            phone.Writer.Header(credentials[..credentials.IndexOf(':')], credentials[(credentials.IndexOf(':') + 1)..].Trim());
        }

        phone.Send(phone.Writer.End());
    }

    public static void SendOptions(TestPhone phone)
    {
        Begin(phone, SipMethod.Options, "sip:127.0.0.1", "<sip:127.0.0.1>");
        phone.Send(phone.Writer.End());
    }

    /// <summary>A call of a phone of ours, through the challenge.</summary>
    public static async Task<TestCall> Call(TestPhone phone, string dialled)
    {
        var call = TestCall.Make(phone, dialled);
        var challenge = await phone.Expect(407);
        call.AckRefusal(challenge);
        call.Repeat(Credentials(challenge, phone.User, SiloUnderTest.Password, SipMethod.Invite, call.Start.RequestUri.Text));
        return call;
    }

    /// <summary>The header line that answers a challenge.</summary>
    public static string Credentials(SipMessage challenge, string user, string password, SipMethod method, string uri)
    {
        var client = new DigestClient(new DigestIdentity(user, password), new FixedRandom());
        Assert.True(client.TryTakeChallenge(challenge, wasAuthorized: false));
        var writer = new SipMessageWriter().Request(method, uri);
        client.Authorize(writer, method, uri);
        return Encoding.UTF8.GetString(writer.Written).Split("\r\n")[1];
    }

    private static void Begin(TestPhone phone, SipMethod method, string uri, string party)
    {
        var via = phone.NewVia();
        phone.Writer.Request(method, uri).Via(via.Transport, via.SentBy, via.Branch)
            .Header(SipHeader.MaxForwards, 70)
            .Party(SipHeader.From, party, phone.NewTag())
            .Party(SipHeader.To, party)
            .Header(SipHeader.CallId, phone.NewCallId())
            .CSeq(Interlocked.Increment(ref _cseq), method);
    }

    private sealed class FixedRandom : ISipRandom
    {
        public ulong NextUInt64() => 42;
    }
}
