using CallCenter.Abstractions.Calls;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Sdp;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>What happens inside a conversation: hold, changes of media, key presses, session timers.</summary>
public sealed class DialogTests : IAsyncLifetime
{
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
    public async Task Hold_by_reINVITE_passes_to_the_other_side_and_is_seen()
    {
        var (call, ring) = await TestCall.Talk(_client, _employee);
        await Hold(ring, SdpDirection.SendOnly, 2);
        await Eventually.Holds(() => _silo.Events<LegHeld>() is [{ Held: true, Leg.Number: 1 }]);
        Assert.Equal(CallStage.OnHold, (await _silo.Board()).Calls[0].Stage);
        await Hold(ring, SdpDirection.SendRecv, 3);
        await Eventually.Holds(() => _silo.Events<LegHeld>() is [_, { Held: false }]);
        await call.HangUp();
        await ring.HungUp();
    }

    [Fact]
    public async Task A_refused_reINVITE_leaves_the_call_as_it_was()
    {
        var (call, ring) = await TestCall.Talk(_client, _employee);
        call.Request(SipMethod.Invite, TestCall.Sdp(_client, SdpDirection.SendOnly, 2));
        _employee.Respond(await _employee.Expect(SipMethod.Invite), 488);
        await _employee.Expect(SipMethod.Ack);
        await _client.Expect(488);
        Assert.Empty(_silo.Events<LegHeld>());
        await ring.HangUp();
        await call.HungUp();
    }

    [Fact]
    public async Task A_reINVITE_without_offer_gets_the_other_sides_offer_and_its_ACK_carries_the_answer()
    {
        var (call, ring) = await TestCall.Talk(_client, _employee);
        call.Request(SipMethod.Invite);
        var passed = await _employee.Expect(SipMethod.Invite);
        Assert.True(passed.Body.IsEmpty);
        _employee.Respond(passed, 200, sdp: TestCall.Sdp(_employee, version: 2));
        var accepted = await _client.Expect(200);
        Assert.Equal(TestCall.Sdp(_employee, version: 2), accepted.Body.ToArray());
        _employee.ExpectSilence();
        call.AckRequest(accepted, TestCall.Sdp(_client, version: 2));
        var ack = await _employee.Expect(SipMethod.Ack);
        Assert.Equal(TestCall.Sdp(_client, version: 2), ack.Body.ToArray());
        await ring.HangUp();
        await call.HungUp();
    }

    [Fact]
    public async Task A_call_without_offer_gets_the_employees_and_its_ACK_carries_the_answer()
    {
        var call = TestCall.Make(_client, SampleConfiguration.Number, withSdp: false);
        var ring = await TestCall.Ring(_employee);
        Assert.True(ring.Invite!.Body.IsEmpty);
        await _client.Expect(180);
        await ring.Take(expectAck: false);
        var answer = await call.Answered(acknowledge: false);
        Assert.Equal(TestCall.Sdp(_employee), answer.Body.ToArray());
        _employee.ExpectSilence();
        call.Acknowledge(TestCall.Sdp(_client));
        var ack = await _employee.Expect(SipMethod.Ack);
        Assert.Equal(TestCall.Sdp(_client), ack.Body.ToArray());
        await call.HangUp();
        await ring.HungUp();
    }

    [Fact]
    public async Task An_UPDATE_with_an_offer_passes_and_one_without_is_answered_here()
    {
        var (call, ring) = await TestCall.Talk(_client, _employee);
        call.Request(SipMethod.Update, TestCall.Sdp(_client, SdpDirection.Inactive, 2));
        _employee.Respond(await _employee.Expect(SipMethod.Update), 200, sdp: TestCall.Sdp(_employee, SdpDirection.Inactive, 2));
        await _client.Expect(200);
        await Eventually.Holds(() => _silo.Events<LegHeld>() is [{ Held: true, Leg.Number: 0 }]);

        call.Request(SipMethod.Update, headers: "Supported: timer\nSession-Expires: 300;refresher=uac");
        var refreshed = await _client.Expect(200);
        Assert.Equal(300u, refreshed.SessionExpires!.Value.Seconds);
        _employee.ExpectSilence();
        await call.HangUp();
        await ring.HungUp();
    }

    [Fact]
    public async Task INFO_passes_with_its_body_and_its_answer()
    {
        var (call, ring) = await TestCall.Talk(_client, _employee);
        var writer = call.Dialog.Begin(_client.Writer, SipMethod.Info, _client.NewVia());
        _client.Send(writer.Body("application/dtmf-relay"u8, "Signal=5\r\nDuration=160\r\n"u8));
        var info = await _employee.Expect(SipMethod.Info);
        Assert.Equal("Signal=5\r\nDuration=160\r\n"u8.ToArray(), info.Body.ToArray());
        Assert.Equal("application/dtmf-relay"u8.ToArray(), info.ContentType.ToArray());
        _employee.Respond(info, 415);
        await _client.Expect(415);
        await call.HangUp();
        await ring.HungUp();
    }

    [Fact]
    public async Task Offers_that_cross_are_refused_with_491()
    {
        var (call, ring) = await TestCall.Talk(_client, _employee);
        call.Request(SipMethod.Invite, TestCall.Sdp(_client, version: 2));
        var passed = await _employee.Expect(SipMethod.Invite);
        ring.Request(SipMethod.Invite, TestCall.Sdp(_employee, version: 2));
        await _employee.Expect(491);
        call.Request(SipMethod.Invite, TestCall.Sdp(_client, version: 3));
        await _client.Expect(500);
        _employee.Respond(passed, 200, sdp: TestCall.Sdp(_employee, version: 2));
        await _employee.Expect(SipMethod.Ack);
        call.AckRequest(await _client.Expect(200));
        await call.HangUp();
        await ring.HungUp();
    }

    [Fact]
    public async Task A_reINVITE_under_way_when_the_other_side_hangs_up_ends_with_487()
    {
        var (call, ring) = await TestCall.Talk(_client, _employee);
        call.Request(SipMethod.Invite, TestCall.Sdp(_client, version: 2));
        await _employee.Expect(SipMethod.Invite);
        ring.Request(SipMethod.Bye);
        await _employee.Expect(200);
        await _client.Expect(487);
        await call.HungUp();
    }

    [Fact]
    public async Task A_request_of_a_dialog_we_do_not_know_gets_481()
    {
        var (call, ring) = await TestCall.Talk(_client, _employee);
        await call.HangUp();
        await ring.HungUp();
        await _silo.Record();
        await Eventually.Holds(() => _silo.Counters.CallsLive == 0);
        call.Request(SipMethod.Info);
        await _client.Expect(481);
    }

    [Fact]
    public async Task BYEs_that_cross_are_both_answered()
    {
        var (call, ring) = await TestCall.Talk(_client, _employee);
        call.Request(SipMethod.Bye);
        var bye = await _employee.Expect(SipMethod.Bye);
        ring.Request(SipMethod.Bye);
        await _employee.Expect(200);
        await _client.Expect(200);
        _employee.Respond(bye, 200);
        Assert.Equal(EndedBy.Client, (await _silo.Record()).EndedBy);
    }

    [Fact]
    public async Task A_peer_that_does_not_refresh_in_time_is_hung_up()
    {
        var call = TestCall.Make(_client, SampleConfiguration.Number, headers: "Session-Expires: 90;refresher=uac");
        var ring = await TestCall.Ring(_employee);
        await _client.Expect(180);
        await ring.Take();
        var answer = await call.Answered();
        Assert.Equal((90u, SessionRefresher.Uac), (answer.SessionExpires!.Value.Seconds, answer.SessionExpires.Value.Refresher));
        await call.Settled();
        _silo.Leap(TimeSpan.FromSeconds(95));
        await call.HungUp();
        await ring.HungUp();
        Assert.Equal(CallOutcome.Answered, (await _silo.Record()).Outcome);
        Assert.Equal(LegEnd.Broken, _silo.Events<CallEnded>()[0].Record.Legs[0].End);
    }

    [Fact]
    public async Task We_refresh_where_the_peer_does_not()
    {
        var call = TestCall.Make(_client, SampleConfiguration.Number, headers: "Session-Expires: 90;refresher=uas\nSupported: timer");
        var ring = await TestCall.Ring(_employee);
        await _client.Expect(180);
        await ring.Take(headers: "Session-Expires: 100;refresher=uac");
        await call.Answered();
        await call.Settled();
        _silo.Leap(TimeSpan.FromSeconds(54));
        var update = await _client.Expect(SipMethod.Update);
        Assert.Equal(SessionRefresher.Uac, update.SessionExpires!.Value.Refresher);
        var other = await _employee.Expect(SipMethod.Update);
        _client.Respond(update, 200, headers: "Session-Expires: 90;refresher=uac");
        _employee.Respond(other, 481);
        await ring.HungUp();
        await call.HungUp();
    }

    [Fact]
    public async Task Too_short_a_session_interval_is_refused_with_422()
    {
        var call = TestCall.Make(_client, SampleConfiguration.Number, headers: "Session-Expires: 30");
        var refusal = await _client.Expect(422);
        Assert.Equal(90u, refusal.MinSe);
        call.AckRefusal(refusal);
        Assert.Equal(0, _silo.Counters.CallsLive);
    }

    [Fact]
    public async Task Max_Forwards_used_up_and_loops_are_refused()
    {
        _client.SendRaw(Raw("INVITE", "Max-Forwards: 0\r\n"));
        await _client.Expect(483);
        _client.SendRaw(Raw("INVITE", $"Via: SIP/2.0/UDP {_silo.Sip};branch=z9hG4bKaaaa\r\nMax-Forwards: 5\r\n"));
        await _client.Expect(482);
    }

    [Fact]
    public async Task Methods_we_do_not_serve_get_405_or_501()
    {
        _client.SendRaw(Raw("SUBSCRIBE", "Max-Forwards: 5\r\n"));
        Assert.True((await _client.Expect(405)).Has(SipHeader.Allow));
        _client.SendRaw(Raw("DANCE", "Max-Forwards: 5\r\n"));
        await _client.Expect(501);
    }

    private byte[] Raw(string method, string headers) => System.Text.Encoding.ASCII.GetBytes(
        $"{method} sip:1@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP {_client.SentBy};branch=z9hG4bK{_client.NewCallId()};rport\r\n{headers}"
        + $"From: <sip:a@b>;tag={_client.NewCallId()}\r\nTo: <sip:1@127.0.0.1>\r\nCall-ID: {_client.NewCallId()}\r\nCSeq: 1 {method}\r\n"
        + $"Contact: {_client.Contact}\r\nContent-Length: 0\r\n\r\n");

    private async Task Hold(TestCall ring, SdpDirection direction, ulong version)
    {
        ring.Request(SipMethod.Invite, TestCall.Sdp(_employee, direction, version));
        var passed = await _client.Expect(SipMethod.Invite);
        Assert.Equal(TestCall.Sdp(_employee, direction, version), passed.Body.ToArray());
        _client.Respond(passed, 200, sdp: TestCall.Sdp(_client, version: version));
        await _client.Expect(SipMethod.Ack);
        ring.AckRequest(await _employee.Expect(200));
    }
}
