using CallCenter.Abstractions.Calls;
using CallCenter.Silo.Tests.Signaling;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Tests.Restarts;

/// <summary>What was written to the journal right before the death and did not leave; and what peers repeat because of it.</summary>
public sealed class LastWordsTests : IAsyncLifetime
{
    private MortalSilo _mortal = null!;

    public async ValueTask InitializeAsync() => _mortal = await MortalSilo.Start();

    public ValueTask DisposeAsync() => _mortal.DisposeAsync();

    [Fact]
    public async Task A_BYE_that_was_not_sent_is_sent_and_the_repeated_one_is_answered()
    {
        var (call, ring) = await TestCall.Talk(_mortal.Client, _mortal.One);
        await call.Settled();
        _mortal.Mute();
        ring.Request(SipMethod.Bye);
        await _mortal.Happened<CallEnded>();
        await _mortal.Restart();
        await call.HungUp();
        await ring.HangUp();
        Assert.Equal(EndedBy.Employee, Assert.Single(await _mortal.Records()).EndedBy);
    }

    [Fact]
    public async Task A_phone_whose_answer_was_never_acknowledged_gets_its_ACK_before_the_BYE()
    {
        var (call, ring) = await TestCall.Rung(_mortal.Client, _mortal.One);
        _mortal.Mute();
        await ring.Take(expectAck: false);
        await _mortal.Happened<ConversationBegan>();
        await _mortal.Restart();
        await _mortal.One.Expect(SipMethod.Ack);
        await call.Answered();
        await call.HangUp();
        await ring.HungUp();
        await _mortal.Records();
    }

    [Fact]
    public async Task A_CANCEL_that_was_not_sent_is_sent()
    {
        var (call, ring) = await TestCall.Rung(_mortal.Client, _mortal.One);
        await _mortal.Happened<LegRang>();
        _mortal.Mute();
        call.Cancel();
        await _mortal.Happened<CallEnded>();
        await _mortal.Restart();
        call.AckRefusal(await _mortal.Client.Expect(487));
        await ring.Cancelled();
        await _mortal.Records();
    }

    [Fact]
    public async Task A_phone_that_answers_a_CANCEL_it_never_got_is_hung_up()
    {
        var (call, ring) = await TestCall.Rung(_mortal.Client, _mortal.One);
        await _mortal.Happened<LegRang>();
        await call.GiveUp();
        await _mortal.One.Expect(SipMethod.Cancel);
        await _mortal.Happened<CallEnded>();
        await _mortal.Restart(awaySeconds: 20);
        await ring.Take();
        await ring.HungUp();
        await _mortal.Records();
    }

    [Fact]
    public async Task The_callers_reason_stands_in_a_CANCEL_that_was_not_sent()
    {
        var (call, ring) = await TestCall.Rung(_mortal.Client, _mortal.One);
        await _mortal.Happened<LegRang>();
        _mortal.Mute();
        call.Cancel("Reason: SIP;cause=200;text=\"Call completed elsewhere\"\r\n");
        await _mortal.Happened<CallEnded>();
        await _mortal.Restart();
        call.AckRefusal(await _mortal.Client.Expect(487));
        Assert.Equal(SipReason.CompletedElsewhere, (await ring.Cancelled()).Reason);
        await _mortal.Records();
    }

    [Fact]
    public async Task The_phones_words_stand_in_a_refusal_that_was_not_sent()
    {
        var call = TestCall.Make(_mortal.Client, SampleConfiguration.Number);
        var ring = await TestCall.Ring(_mortal.One, alert: false);
        await _mortal.Client.Expect(180);
        _mortal.Mute();
        _mortal.One.Respond(ring.Invite!, 488, ring.Tag, headers: "Warning: 304 phone \"codec\"");
        await _mortal.Happened<CallEnded>();
        await _mortal.Restart();
        var refusal = await _mortal.Client.Expect(488);
        call.AckRefusal(refusal);
        Assert.Equal("304 phone \"codec\"", refusal.Text(SipHeader.Warning));
        Assert.Equal(CallOutcome.OfferRefused, Assert.Single(await _mortal.Records()).Outcome);
    }

    [Fact]
    public async Task An_INVITE_that_expires_while_nobody_is_there_is_refused_after_the_restart()
    {
        var call = TestCall.Make(_mortal.Client, SampleConfiguration.Number, headers: "Expires: 5");
        var ring = await TestCall.Ring(_mortal.One);
        await _mortal.Client.Expect(180);
        await _mortal.Happened<LegRang>();
        await _mortal.Restart(awaySeconds: 7);
        _mortal.Silo.Leap(TimeSpan.FromSeconds(5));
        call.AckRefusal(await _mortal.Client.Expect(487));
        await ring.Cancelled();
        Assert.Equal(HangUpReason.InvitationExpired, Assert.Single(await _mortal.Records()).Reason);
    }

    [Fact]
    public async Task A_refusal_that_was_not_sent_is_sent()
    {
        _mortal.Mute();
        var call = TestCall.Make(_mortal.Client, "+380440000000");
        await _mortal.Happened<CallEnded>();
        await _mortal.Restart();
        call.AckRefusal(await _mortal.Client.Expect(404));
        await _mortal.Records();
    }

    [Fact]
    public async Task An_INVITE_repeated_after_the_restart_makes_no_second_call()
    {
        var (call, ring) = await TestCall.Rung(_mortal.Client, _mortal.One);
        await _mortal.Happened<LegRang>();
        await _mortal.Restart();
        _mortal.Client.HearsRepetitions = true;
        call.RepeatInvite();
        await _mortal.Client.Expect(180);
        _mortal.Client.HearsRepetitions = false;
        await call.GiveUp();
        await ring.Cancelled();
        await _mortal.Records();
    }

    [Fact]
    public async Task An_INVITE_repeated_after_its_call_is_over_is_refused_like_before()
    {
        var call = TestCall.Make(_mortal.Client, "+380440000000");
        call.AckRefusal(await _mortal.Client.Expect(404));
        await _mortal.StopAndStart();
        _mortal.Client.HearsRepetitions = true;
        call.RepeatInvite();
        Assert.Equal(SipMethod.Invite, (await _mortal.Client.Expect(404)).Method);
        call.AckRefusal(await _mortal.Client.Expect(404));
        await _mortal.Records();
    }
}
