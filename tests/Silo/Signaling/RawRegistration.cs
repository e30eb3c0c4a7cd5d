using System.Text;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>A REGISTER of which a test says everything that tells where a phone is.</summary>
/// <param name="Via">Sent-by with parameters.</param>
/// <param name="Contact">The whole value.</param>
internal sealed record RawRegistration(string User, string Via, string Contact, string CallId)
{
    private static int _cseq;

    /// <summary>Registers from one port; the responses come to another where the Via says so.</summary>
    public async Task Register(TestPhone from, TestPhone? hears = null)
    {
        Send(from, "");
        var challenge = await (hears ?? from).Expect(401);
        Send(from, Registration.Credentials(challenge, User, SiloUnderTest.Password, SipMethod.Register, "sip:127.0.0.1") + "\r\n");
        await (hears ?? from).Expect(200);
    }

    private void Send(TestPhone from, string credentials) => from.SendRaw(Encoding.ASCII.GetBytes(
        $"REGISTER sip:127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP {Via};branch=z9hG4bK{Guid.NewGuid():n}\r\nMax-Forwards: 70\r\n"
        + $"From: <sip:{User}@127.0.0.1>;tag=1\r\nTo: <sip:{User}@127.0.0.1>\r\nCall-ID: {CallId}\r\n"
        + $"CSeq: {Interlocked.Increment(ref _cseq)} REGISTER\r\nContact: {Contact}\r\nExpires: 3600\r\n{credentials}"
        + "Content-Length: 0\r\n\r\n"));
}
