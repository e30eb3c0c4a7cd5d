using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Sdp;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>
/// A number outside is rung for 5 s, otherwise the department; the carrier's announcements reach the client. One To tag stands for one
/// session description, because the first one in a dialog is the answer (RFC 3261 §13.2.1).
/// </summary>
public sealed class EarlyMediaTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly LeapingTime _time = new();
    private SiloUnderTest _silo = null!;
    private TestPhone _client = null!;
    private TestPhone _carrier = null!;
    private TestPhone _employee = null!;

    public async ValueTask InitializeAsync()
    {
        _silo = await SiloUnderTest.Start(folder: _folder.Path, time: _time);
        _client = new TestPhone(_silo.Sip, "+380501112233");
        _carrier = new TestPhone(_silo.Sip, "carrier");
        _employee = new TestPhone(_silo.Sip, "one");
        await Publish(new Destination(External: "+380670000009", RingSeconds: 5, Otherwise: new Destination("sales")));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _carrier.Dispose();
        _employee.Dispose();
        await _silo.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Whoever_answers_after_the_carriers_announcement_answers_in_another_dialog_which_rings_before()
    {
        var (call, ring, announced) = await Announced();
        await ring.Refuse(480);
        var ringing = await _client.Expect(180);
        Assert.NotEqual(announced.ToTagText, ringing.ToTagText);
        var taken = await TestCall.Ring(_employee);
        await taken.Take();
        var answer = await call.Answered();
        Assert.Equal(TestCall.Sdp(_employee), answer.Body.ToArray());
        Assert.Equal(ringing.ToTagText, answer.ToTagText);
        await call.Settled();
        await taken.HangUp();
        await call.HungUp();
        Assert.Equal(CallOutcome.Answered, (await _silo.Record()).Outcome);
    }

    [Fact]
    public async Task When_the_ring_time_of_the_announcing_leg_is_over_the_client_hears_ringing_and_may_give_up()
    {
        var (call, ring, announced) = await Announced();
        _silo.Leap(TimeSpan.FromSeconds(6));
        await ring.Cancelled();
        Assert.NotEqual(announced.ToTagText, (await _client.Expect(180)).ToTagText);
        var taken = await TestCall.Ring(_employee);
        await call.GiveUp();
        await taken.Cancelled();
    }

    [Fact]
    public async Task Where_nothing_follows_the_announcement_nothing_but_the_refusal_is_heard()
    {
        await Publish(new Destination(External: "+380670000009"));
        var (call, ring, _) = await Announced();
        await ring.Refuse(480);
        call.AckRefusal(await _client.Expect(480));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task The_leg_that_was_heard_answers_in_its_dialog_if_it_describes_the_same(bool other, bool sameTag)
    {
        var (call, ring, announced) = await Announced();
        _carrier.Respond(ring.Invite!, 200, ring.Tag, TestCall.Sdp(_carrier, other ? SdpDirection.SendOnly : SdpDirection.SendRecv));
        await _carrier.Expect(SipMethod.Ack);
        var answer = await call.Answered();
        Assert.Equal(sameTag, announced.ToTagText == answer.ToTagText);
        await call.HangUp();
        await _carrier.Expect(SipMethod.Bye);
    }

    [Fact]
    public async Task An_answer_without_description_stands_for_the_one_that_was_heard()
    {
        var (call, ring, announced) = await Announced();
        await ring.Take(withSdp: false);
        var answer = await call.Answered();
        Assert.Equal(announced.ToTagText, answer.ToTagText);
        Assert.Equal(announced.Body.ToArray(), answer.Body.ToArray());
        await call.HangUp();
        await ring.HungUp();
    }

    [Fact]
    public async Task Branches_of_a_fork_behind_the_trunk_are_heard_in_dialogs_of_their_own_and_one_answers_in_its()
    {
        var (call, ring, first) = await Announced();
        var fork = _carrier.NewTag();
        _carrier.Respond(ring.Invite!, 183, fork, TestCall.Sdp(_carrier, version: 2));
        var second = await _client.Expect(183);
        Assert.NotEqual(first.ToTagText, second.ToTagText);
        _carrier.Respond(ring.Invite!, 183, ring.Tag, TestCall.Sdp(_carrier), "Session-ID: 1");
        await ring.Take();
        Assert.Equal(first.ToTagText, (await call.Answered()).ToTagText);
        await ring.HangUp();
        await call.HungUp();
    }

    [Fact]
    public async Task A_phone_that_alerts_after_it_announced_is_heard_alerting_in_its_dialog()
    {
        var (call, ring, announced) = await Announced();
        _client.HearsRepetitions = true;
        _carrier.Respond(ring.Invite!, 180, ring.Tag);
        Assert.Equal(announced.ToTagText, (await _client.Expect(180)).ToTagText);
        await call.GiveUp();
        await ring.Cancelled();
    }

    [Fact]
    public async Task Who_describes_ever_new_sessions_is_not_passed_on_without_end()
    {
        var (call, ring, _) = await Announced();
        for (var version = 2u; version < 30; version++)
        {
            _carrier.Respond(ring.Invite!, 183, _carrier.NewTag(), TestCall.Sdp(_carrier, version: version));
        }

        for (var heard = 1; heard < 16; heard++)
        {
            await _client.Expect(183);
        }

        _carrier.Respond(ring.Invite!, 200, ring.Tag, TestCall.Sdp(_carrier, version: 100));
        await _carrier.Expect(SipMethod.Ack);
        Assert.Equal(TestCall.Sdp(_carrier, version: 100), (await call.Answered()).Body.ToArray());
        await call.HangUp();
        await _carrier.Expect(SipMethod.Bye);
    }

    [Fact]
    public async Task The_announcement_is_repeated_each_minute_and_not_drowned_by_ringing()
    {
        await Publish(new Destination(External: "+380670000009", RingSeconds: 300));
        var (_, _, announced) = await Announced();
        _client.HearsRepetitions = true;
        _silo.Leap(TimeSpan.FromSeconds(63));
        var repeated = await _client.Expect(183);
        Assert.Equal(announced.ToString(), repeated.ToString());
    }

    [Fact]
    public async Task After_a_restart_the_answer_is_in_a_dialog_in_which_nobody_was_heard()
    {
        var (call, ring, announced) = await Announced();
        await Restart();
        Assert.NotEqual(announced.ToTagText, (await _client.Expect(180)).ToTagText);
        await ring.Refuse(480);
        var taken = await TestCall.Ring(_employee);
        await taken.Take();
        Assert.NotEqual(announced.ToTagText, (await call.Answered()).ToTagText);
        await call.HangUp();
        await taken.HungUp();
    }

    [Fact]
    public async Task A_conversation_in_a_later_dialog_goes_on_after_a_restart()
    {
        var (call, ring, _) = await Announced();
        await ring.Refuse(480);
        await _client.Expect(180);
        var taken = await TestCall.Ring(_employee);
        await taken.Take();
        await call.Answered();
        await call.Settled();
        await Restart();
        await call.Settled();
        await call.HangUp();
        await taken.HungUp();
        Assert.Equal(CallOutcome.Answered, (await _silo.Record()).Outcome);
    }

    [Fact]
    public async Task A_200_in_a_later_dialog_that_was_lost_with_the_process_is_said_again_in_the_same()
    {
        var (call, ring, _) = await Announced();
        await ring.Refuse(480);
        var ringing = await _client.Expect(180);
        var taken = await TestCall.Ring(_employee);
        _silo.Mute();
        await taken.Take(expectAck: false);
        await Eventually.Holds(() => _silo.Events<ConversationBegan>().Count == 1);
        var tag = Assert.Single(_silo.Events<LegAnswered>()).Facts.CallerTag;
        Assert.Equal(ringing.ToTagText, tag);
        await Restart();
        Assert.Equal(tag, (await call.Answered()).ToTagText);
        await _employee.Expect(SipMethod.Ack);
        await call.HangUp();
        await taken.HungUp();
    }

    private async Task<(TestCall Call, TestCall Ring, SipMessage Announced)> Announced()
    {
        var call = TestCall.Make(_client, SampleConfiguration.Number);
        await _client.Expect(180);
        var ring = await TestCall.Ring(_carrier, alert: false);
        _carrier.Respond(ring.Invite!, 183, ring.Tag, TestCall.Sdp(_carrier));
        var announced = await _client.Expect(183);
        Assert.Equal(TestCall.Sdp(_carrier), announced.Body.ToArray());
        await Eventually.Holds(() => _silo.Events<LegRang>().Count == 1);
        return (call, ring, announced);
    }

    private Task Publish(Destination destination)
    {
        var document = SampleConfiguration.Of(_carrier.SentBy, [_employee.Uri]);
        return _silo.Publish(document with
        {
            Trunks = [.. document.Trunks, new TrunkConfiguration("clients", _client.SentBy, [_client.SentBy])],
            Numbers = [document.Numbers[0] with { LeadsTo = destination }],
        });
    }

    private async Task Restart()
    {
        var port = _silo.Sip.Port;
        _silo.Crash();
        await _silo.DisposeAsync();
        _time.Leap(TimeSpan.FromSeconds(1));
        _silo = await SiloUnderTest.Start(folder: _folder.Path, time: _time, port: port);
    }
}
