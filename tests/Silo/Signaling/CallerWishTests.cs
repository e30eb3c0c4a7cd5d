using CallCenter.Abstractions.Calls;
using CallCenter.Sip.Messages;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>What a caller wishes beside the call: until when, why he takes it back, and that nobody rings for him after that.</summary>
public sealed class CallerWishTests : IAsyncLifetime
{
    private const string Elsewhere = "SIP;cause=200;text=\"Call completed elsewhere\"";

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
    public async Task An_INVITE_that_expires_is_refused_with_487_and_the_phone_is_cancelled()
    {
        var call = TestCall.Make(_client, SampleConfiguration.Number, headers: "Expires: 5");
        var ring = await TestCall.Ring(_employee);
        await _client.Expect(180);
        await Eventually.Holds(() => _silo.Events<LegRang>().Count == 1);

        _silo.Leap(TimeSpan.FromSeconds(6));

        call.AckRefusal(await _client.Expect(487));
        await ring.Cancelled();
        var record = await _silo.Record();
        Assert.Equal((CallOutcome.Abandoned, HangUpReason.InvitationExpired), (record.Outcome, record.Reason));
    }

    [Fact]
    public async Task The_callers_reason_to_give_up_reaches_the_phone_that_rings()
    {
        var (call, ring) = await TestCall.Rung(_client, _employee);
        call.Cancel($"Reason: {Elsewhere}\r\n");
        await _client.Expect(200);
        call.AckRefusal(await _client.Expect(487));
        Assert.Equal(Elsewhere, (await ring.Cancelled()).Text(SipHeader.Reason));
    }

    [Fact]
    public async Task The_reason_of_a_BYE_reaches_the_other_side()
    {
        var (call, ring) = await TestCall.Talk(_client, _employee);
        ring.Request(SipMethod.Bye, headers: "Reason: Q.850;cause=16\nReason: SIP;cause=200");
        await _employee.Expect(200);
        Assert.Equal("Q.850;cause=16, SIP;cause=200", (await call.HungUp()).Text(SipHeader.Reason));
    }

    [Fact]
    public async Task An_INVITE_that_nobody_wants_any_more_is_not_repeated_but_cancelled()
    {
        _employee.HearsRepetitions = true;
        var call = TestCall.Make(_client, SampleConfiguration.Number);
        var ring = await TestCall.Ring(_employee, alert: false);
        await _client.Expect(180);
        await call.GiveUp();
        await _silo.Record();
        _silo.Leap(TimeSpan.FromMilliseconds(600));

        await ring.Cancelled();
    }

    [Fact]
    public async Task A_phone_that_alerts_when_the_transaction_is_long_gone_is_cancelled_all_the_same()
    {
        var call = TestCall.Make(_client, SampleConfiguration.Number);
        var ring = await TestCall.Ring(_employee, alert: false);
        await _client.Expect(180);
        await call.GiveUp();
        await _silo.Record();
        _silo.Leap(TimeSpan.FromSeconds(70));

        _employee.Respond(ring.Invite!, 180, ring.Tag);
        var cancel = await _employee.Expect(SipMethod.Cancel);
        await ring.Take();
        _employee.Respond(cancel, 481);
        await ring.HungUp();
    }
}
