using CallCenter.Abstractions.Calls;
using CallCenter.Silo.Tests.Signaling;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Sdp;

namespace CallCenter.Silo.Tests.Restarts;

/// <summary>The process dies while people talk, who notice nothing of it.</summary>
public sealed class TalkingCallTests : IAsyncLifetime
{
    private MortalSilo _mortal = null!;

    public async ValueTask InitializeAsync() => _mortal = await MortalSilo.Start();

    public ValueTask DisposeAsync() => _mortal.DisposeAsync();

    [Fact]
    public async Task The_client_hangs_up_after_the_restart()
    {
        var (call, ring) = await TalkForAMinute();
        await _mortal.Restart(awaySeconds: 20);
        await call.HangUp();
        await ring.HungUp();
        var record = Assert.Single(await _mortal.Records());
        Assert.Equal((CallOutcome.Answered, EndedBy.Client), (record.Outcome, record.EndedBy));
        Assert.Equal("employee1", record.Employee!.Value.Value);
        Assert.InRange(record.TalkMs, 80_000, 95_000);
    }

    [Fact]
    public async Task The_employee_hangs_up_after_the_restart()
    {
        var (call, ring) = await TalkForAMinute();
        await _mortal.Restart();
        await ring.HangUp();
        await call.HungUp();
        Assert.Equal(EndedBy.Employee, Assert.Single(await _mortal.Records()).EndedBy);
    }

    [Fact]
    public async Task Two_deaths_in_one_conversation_are_survived_and_our_requests_keep_rising_numbers()
    {
        var (call, ring) = await TalkForAMinute();
        await _mortal.Restart();
        await Hold(call, ring, SdpDirection.SendOnly, 2);
        var first = call.Dialog.RemoteCSeq;
        await _mortal.Happened<LegHeld>();
        await _mortal.Restart();
        await Hold(call, ring, SdpDirection.SendRecv, 3);
        await _mortal.Happened<LegHeld>(2);
        Assert.True(call.Dialog.RemoteCSeq > first, $"{call.Dialog.RemoteCSeq} after {first}");
        await call.HangUp();
        await ring.HungUp();
        Assert.True(Assert.Single(await _mortal.Records()).HoldMs > 1000);
    }

    [Fact]
    public async Task A_clean_stop_leaves_the_conversation_to_the_next_start()
    {
        var (call, ring) = await TalkForAMinute();
        await _mortal.StopAndStart();
        _mortal.Client.ExpectSilence();
        _mortal.One.ExpectSilence();
        await call.HangUp();
        await ring.HungUp();
        Assert.Equal(EndedBy.Client, Assert.Single(await _mortal.Records()).EndedBy);
    }

    [Fact]
    public async Task An_answer_of_a_moment_ago_is_repeated_until_it_is_acknowledged_again()
    {
        var (call, ring) = await TestCall.Talk(_mortal.Client, _mortal.One);
        await call.Settled();
        _mortal.Client.HearsRepetitions = true;
        await _mortal.Restart();
        var again = await _mortal.Client.Expect(200);
        Assert.Equal(SipMethod.Invite, again.Method);
        Assert.Equal(TestCall.Sdp(_mortal.One), again.Body.ToArray());
        call.Acknowledge();
        await call.Settled();
        await call.HangUp();
        await ring.HungUp();
        await _mortal.Records();
    }

    [Fact]
    public async Task An_answer_that_was_written_and_not_sent_reaches_the_caller()
    {
        var (call, ring) = await TestCall.Rung(_mortal.Client, _mortal.One);
        _mortal.Mute();
        await ring.Take(expectAck: false);
        await _mortal.Happened<ConversationBegan>();
        await _mortal.Restart();
        Assert.Equal(TestCall.Sdp(_mortal.One), (await call.Answered()).Body.ToArray());
        var ack = await _mortal.One.Expect(SipMethod.Ack);
        _mortal.One.HearsRepetitions = true;
        Assert.Equal(ack.ToString(), (await ring.Take()).ToString());
        await ring.HangUp();
        await call.HungUp();
        Assert.Equal(CallOutcome.Answered, Assert.Single(await _mortal.Records()).Outcome);
    }

    [Fact]
    public async Task A_callers_answer_that_comes_after_the_restart_reaches_the_employee()
    {
        var call = TestCall.Make(_mortal.Client, SampleConfiguration.Number, withSdp: false);
        var ring = await TestCall.Ring(_mortal.One);
        await _mortal.Client.Expect(180);
        _mortal.Mute();
        await ring.Take(expectAck: false);
        await _mortal.Happened<ConversationBegan>();
        await _mortal.Restart();
        await call.Answered(answer: TestCall.Sdp(_mortal.Client));
        await call.Settled();
        var ack = await ring.Take();
        Assert.Equal(TestCall.Sdp(_mortal.Client), ack.Body.ToArray());
        await call.HangUp();
        await ring.HungUp();
        await _mortal.Records();
    }

    [Fact]
    public async Task A_phone_that_died_meanwhile_is_noticed_after_the_restart()
    {
        var (call, _) = await TalkForAMinute();
        _mortal.One.SaysItLivesWith = 0;
        await _mortal.Restart();
        _mortal.Silo.Leap(TimeSpan.FromSeconds(13));
        await _mortal.One.Expect(SipMethod.Options);
        await call.Settled();
        _mortal.Silo.Leap(TimeSpan.FromSeconds(16));
        await call.HungUp();
        var record = Assert.Single(await _mortal.Records());
        Assert.Equal(LegEnd.Broken, record.Legs[1].End);
        Assert.InRange(record.TalkMs, 0, 70_000);
    }

    private async Task<(TestCall Call, TestCall Ring)> TalkForAMinute()
    {
        var (call, ring) = await TestCall.Talk(_mortal.Client, _mortal.One);
        await call.Settled();
        _mortal.Silo.Leap(TimeSpan.FromMinutes(1));
        return (call, ring);
    }

    private async Task Hold(TestCall call, TestCall ring, SdpDirection direction, ulong version)
    {
        ring.Request(SipMethod.Invite, TestCall.Sdp(_mortal.One, direction, version));
        var passed = await _mortal.Client.Expect(SipMethod.Invite);
        Assert.Null(call.Dialog.Accept(passed));
        _mortal.Client.Respond(passed, 200, sdp: TestCall.Sdp(_mortal.Client, version: version));
        await _mortal.Client.Expect(SipMethod.Ack);
        ring.AckRequest(await _mortal.One.Expect(200));
    }
}
