using CallCenter.Abstractions.Calls;
using CallCenter.Silo.Tests.Signaling;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Tests.Restarts;

/// <summary>The process dies while it rings, or while somebody waits.</summary>
public sealed class RingingCallTests : IAsyncLifetime
{
    private MortalSilo _mortal = null!;

    public async ValueTask InitializeAsync() => _mortal = await MortalSilo.Start();

    public ValueTask DisposeAsync() => _mortal.DisposeAsync();

    [Fact]
    public async Task The_answer_of_a_phone_that_was_rung_before_finds_its_call()
    {
        var (call, ring) = await TestCall.Rung(_mortal.Client, _mortal.One);
        await _mortal.Happened<LegRang>();
        await _mortal.Restart();
        await ring.Take();
        await call.Answered();
        await call.HangUp();
        await ring.HungUp();
        Assert.Equal(CallOutcome.Answered, Assert.Single(await _mortal.Records()).Outcome);
    }

    [Fact]
    public async Task The_caller_gives_up_after_the_restart_and_the_phone_stops_ringing()
    {
        var (call, ring) = await TestCall.Rung(_mortal.Client, _mortal.One);
        await _mortal.Happened<LegRang>();
        await _mortal.Restart();
        await call.GiveUp();
        await ring.Cancelled();
        Assert.Equal(CallOutcome.Abandoned, Assert.Single(await _mortal.Records()).Outcome);
    }

    [Fact]
    public async Task A_phone_that_declines_after_the_restart_passes_the_call_on()
    {
        await Registration.Register(_mortal.Anna, SiloUnderTest.Password);
        var (call, ring) = await TestCall.Rung(_mortal.Client, _mortal.One);
        await _mortal.Happened<LegRang>();
        await _mortal.Restart();
        await ring.Refuse(486);
        var other = await TestCall.Ring(_mortal.Anna);
        await other.Take();
        await call.Answered();
        await other.HangUp();
        await call.HungUp();
        Assert.Equal("employee2", Assert.Single(await _mortal.Records()).Employee!.Value.Value);
    }

    [Fact]
    public async Task A_phone_that_says_nothing_for_a_while_gets_the_same_INVITE_again()
    {
        var call = TestCall.Make(_mortal.Client, SampleConfiguration.Number);
        var ring = await TestCall.Ring(_mortal.One, alert: false);
        await _mortal.Client.Expect(180);
        _mortal.One.HearsRepetitions = true;
        await _mortal.Restart();
        _mortal.Silo.Leap(TimeSpan.FromSeconds(1));
        Assert.Equal(ring.Invite!.ToString(), (await _mortal.One.Expect(SipMethod.Invite)).ToString());
        _mortal.One.HearsRepetitions = false;
        await ring.Take();
        await call.Answered();
        await call.HangUp();
        await ring.HungUp();
        await _mortal.Records();
    }

    [Fact]
    public async Task An_answer_given_while_nobody_listened_is_heard_when_the_phone_repeats_it()
    {
        var call = TestCall.Make(_mortal.Client, SampleConfiguration.Number);
        var ring = await TestCall.Ring(_mortal.One, alert: false);
        await _mortal.Client.Expect(180);
        await _mortal.Restart();
        await ring.Take();
        await call.Answered();
        await ring.HangUp();
        await call.HungUp();
        await _mortal.Records();
    }

    [Fact]
    public async Task An_INVITE_that_was_written_and_not_sent_rings_after_the_restart()
    {
        _mortal.Mute();
        var call = TestCall.Make(_mortal.Client, SampleConfiguration.Number);
        await _mortal.Happened<LegStarted>();
        await _mortal.Restart();
        await _mortal.Client.Expect(180);
        _mortal.Silo.Leap(TimeSpan.FromSeconds(1));
        var ring = await TestCall.Ring(_mortal.One);
        await ring.Take();
        await call.Answered();
        await ring.HangUp();
        await call.HungUp();
        await _mortal.Records();
    }

    [Fact]
    public async Task Of_all_phones_of_an_account_one_takes_the_call_and_the_others_stop_ringing()
    {
        using var second = new TestPhone(_mortal.Silo.Sip, "anna");
        await Registration.Register(_mortal.Anna, SiloUnderTest.Password);
        await Registration.Register(second, SiloUnderTest.Password);
        var call = TestCall.Make(_mortal.Client, SampleConfiguration.Number);
        await (await TestCall.Ring(_mortal.One)).Refuse(603);
        var (one, two) = (await TestCall.Ring(_mortal.Anna), await TestCall.Ring(second));
        await _mortal.Happened<LegRang>(2);
        await _mortal.Client.Expect(180);
        await _mortal.Restart();
        await two.Take();
        await one.Cancelled();
        await call.Answered();
        await call.HangUp();
        await two.HungUp();
        await _mortal.Records();
    }

    [Fact]
    public async Task The_ring_time_goes_on_and_ends_on_time()
    {
        await Registration.Register(_mortal.Anna, SiloUnderTest.Password);
        var (call, ring) = await TestCall.Rung(_mortal.Client, _mortal.One);
        await _mortal.Happened<LegRang>();
        await _mortal.Restart(awaySeconds: 5);
        _mortal.Silo.Leap(TimeSpan.FromSeconds(6));
        await ring.Cancelled();
        var other = await TestCall.Ring(_mortal.Anna);
        await call.GiveUp();
        await other.Cancelled();
        await _mortal.Records();
    }

    [Fact]
    public async Task Who_took_the_call_while_nobody_listened_has_not_missed_it_though_the_ring_time_is_over()
    {
        var (call, ring) = await TestCall.Rung(_mortal.Client, _mortal.One);
        await _mortal.Happened<LegRang>();
        await _mortal.Restart(awaySeconds: 12);
        await ring.Take();
        await call.Answered();
        await call.HangUp();
        await ring.HungUp();
        var record = Assert.Single(await _mortal.Records());
        Assert.Equal((CallOutcome.Answered, LegEnd.OtherSideHungUp), (record.Outcome, record.Legs[1].End));
    }

    [Fact]
    public async Task Who_waits_keeps_his_place_and_gets_the_next_free_employee()
    {
        var (talk, busy) = await TestCall.Talk(_mortal.Client, _mortal.One);
        var first = TestCall.Make(_mortal.Client, SampleConfiguration.Number);
        await _mortal.Client.Expect(180);
        var second = TestCall.Make(_mortal.Client, SampleConfiguration.Number);
        await _mortal.Client.Expect(180);
        _mortal.Silo.Leap(TimeSpan.FromSeconds(40));
        await _mortal.Restart();
        await busy.HangUp();
        await talk.HungUp();
        var ring = await TestCall.Ring(_mortal.One);
        await ring.Take();
        await first.Answered();
        Assert.Equal(first.Start.CallId, _mortal.Silo.Events<CallArrived>()[1].Facts.SipCallId);
        await second.GiveUp();
        await first.HangUp();
        await ring.HungUp();
        Assert.Equal(3, (await _mortal.Records(3)).Count);
    }
}
