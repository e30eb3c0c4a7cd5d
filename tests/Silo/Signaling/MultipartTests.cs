using System.Text;
using CallCenter.Abstractions.Calls;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Sdp;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>Bodies of several parts: the session description is taken out of them (RFC 5621).</summary>
public sealed class MultipartTests : IAsyncLifetime
{
    private const string Isup = "Content-Type: application/isup\r\nContent-Disposition: signal;handling=optional\r\n\r\n\u0001\u0002";
    private SiloUnderTest _silo = null!;
    private TestPhone _client = null!;
    private TestPhone _employee = null!;

    public async ValueTask InitializeAsync()
    {
        _silo = await SiloUnderTest.Start();
        _client = new TestPhone(_silo.Sip, "+380501112233");
        _employee = new TestPhone(_silo.Sip, "one");
        await _silo.Publish(SampleConfiguration.Of(_client.SentBy, [_employee.Uri]));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _employee.Dispose();
        await _silo.DisposeAsync();
    }

    [Fact]
    public async Task The_offer_of_a_multipart_INVITE_and_the_answer_of_a_multipart_200_reach_the_other_side_alone()
    {
        var call = TestCall.Make(_client, SampleConfiguration.Number, body: Mixed(TestCall.Sdp(_client)));
        var ring = await TestCall.Ring(_employee);
        Assert.Equal("application/sdp", ring.Invite!.Text(SipHeader.ContentType));
        Assert.Equal(TestCall.Sdp(_client), ring.Invite.Body.ToArray());
        await _client.Expect(180);
        await ring.Take(body: Mixed(TestCall.Sdp(_employee)));
        var answer = await call.Answered();
        Assert.Equal("application/sdp", answer.Text(SipHeader.ContentType));
        Assert.Equal(TestCall.Sdp(_employee), answer.Body.ToArray());

        ring.Request(SipMethod.Invite, body: Mixed(TestCall.Sdp(_employee, SdpDirection.SendOnly, 2)));
        var passed = await _client.Expect(SipMethod.Invite);
        Assert.Equal(TestCall.Sdp(_employee, SdpDirection.SendOnly, 2), passed.Body.ToArray());
        _client.Respond(passed, 200, sdp: TestCall.Sdp(_client, version: 2));
        await _client.Expect(SipMethod.Ack);
        ring.AckRequest(await _employee.Expect(200));
        await Eventually.Holds(() => _silo.Events<LegHeld>() is [{ Held: true }]);
        await call.HangUp();
        await ring.HungUp();
    }

    [Fact]
    public async Task The_answer_of_a_multipart_ACK_reaches_the_employee()
    {
        var call = TestCall.Make(_client, SampleConfiguration.Number, body: ("multipart/mixed;boundary=x", $"--x\r\n{Isup}\r\n--x--"));
        var ring = await TestCall.Ring(_employee);
        Assert.True(ring.Invite!.Body.IsEmpty);
        await _client.Expect(180);
        await ring.Take(expectAck: false);
        await call.Answered(acknowledge: false);
        call.Acknowledge(body: Mixed(TestCall.Sdp(_client)));
        Assert.Equal(TestCall.Sdp(_client), (await _employee.Expect(SipMethod.Ack)).Body.ToArray());
        await call.HangUp();
        await ring.HungUp();
    }

    [Fact]
    public async Task What_has_to_be_understood_and_is_not_gets_415_before_and_in_the_conversation()
    {
        (string, string) unknown = ("multipart/mixed;boundary=x", "--x\r\nContent-Type: application/x\r\n\r\nx\r\n--x--");
        var refused = TestCall.Make(_client, SampleConfiguration.Number, body: unknown);
        var refusal = await _client.Expect(415);
        Assert.True(refusal.Lists(SipHeader.Accept, "multipart/mixed"u8));
        refused.AckRefusal(refusal);

        var (call, ring) = await TestCall.Talk(_client, _employee);
        call.Request(SipMethod.Update, body: unknown);
        await _client.Expect(415);
        call.Request(SipMethod.Invite, body: unknown);
        await _client.Expect(415);
        _employee.ExpectSilence();
        await call.HangUp();
        await ring.HungUp();
    }

    private static (string Type, string Body) Mixed(byte[] sdp) => (
        "multipart/mixed; boundary=\"one part\"",
        $"--one part\r\n{Isup}\r\n--one part\r\nContent-Type: application/sdp\r\n\r\n{Encoding.ASCII.GetString(sdp)}\r\n--one part--\r\n");
}
