using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Employees;
using CallCenter.Silo.Tests.Restarts;
using CallCenter.Sip.Messages;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>What is charged to an employee whose phones say nothing, or something that is lost in silence.</summary>
public sealed class SilentPhoneTests
{
    [Fact]
    public async Task A_phone_that_gives_no_sign_for_the_whole_ring_time_is_unreachable_and_the_next_one_rings()
    {
        await using var mortal = await MortalSilo.Start();
        await Registration.Register(mortal.Anna, SiloUnderTest.Password);
        var call = await Calling(mortal);
        await TestCall.Ring(mortal.One, alert: false);
        mortal.Silo.Leap(TimeSpan.FromSeconds(11));
        var ring = await TestCall.Ring(mortal.Anna);
        Assert.Equal(RingMiss.Unreachable, Assert.Single(mortal.Silo.Events<RingMissed>()).Miss);
        await ring.Take();
        await call.Answered();
        await call.HangUp();
        await ring.HungUp();
        Assert.Equal((LegEnd.Unreachable, 408), Outcome(Assert.Single(await mortal.Records()), 1));
    }

    [Fact]
    public async Task Silence_makes_nobody_not_ready()
    {
        await using var mortal = await MortalSilo.Start();
        await Calling(mortal);
        for (var rings = 1; rings <= 4; rings++)
        {
            await mortal.Happened<LegStarted>(rings);
            mortal.Silo.Leap(TimeSpan.FromSeconds(11));
            await mortal.Happened<RingMissed>(rings);
            mortal.Silo.Leap(TimeSpan.FromSeconds(31));
        }

        var employee = (await mortal.Silo.Board()).Employees[0];
        Assert.Equal((Availability.Ready, 0), (employee.State.Availability, employee.RonaToday));
    }

    [Fact]
    public async Task A_phone_that_says_no_more_than_100_was_there_and_nobody_answered()
    {
        await using var mortal = await MortalSilo.Start();
        await Calling(mortal);
        var ring = await TestCall.Ring(mortal.One, alert: false);
        mortal.One.Respond(ring.Invite!, 100);
        await Answered(mortal.One, mortal);
        mortal.Silo.Leap(TimeSpan.FromSeconds(11));
        await mortal.One.Expect(SipMethod.Cancel);
        Assert.Equal(RingMiss.NoAnswer, Assert.Single(mortal.Silo.Events<RingMissed>()).Miss);
    }

    [Fact]
    public async Task Busy_on_one_phone_is_not_lost_in_the_silence_of_another()
    {
        await using var mortal = await MortalSilo.Start();
        using var second = new TestPhone(mortal.Silo.Sip, "anna");
        await Registration.Register(mortal.Anna, SiloUnderTest.Password);
        await Registration.Register(second, SiloUnderTest.Password);
        await Calling(mortal);
        await (await TestCall.Ring(mortal.One)).Refuse(603);
        await (await TestCall.Ring(mortal.Anna, alert: false)).Refuse(486);
        await TestCall.Ring(second, alert: false);
        mortal.Silo.Leap(TimeSpan.FromSeconds(11));
        await mortal.Happened<RingMissed>(2);
        Assert.Equal(RingMiss.Rejected, mortal.Silo.Events<RingMissed>()[1].Miss);
        Assert.Equal(486, mortal.Silo.Events<LegEnded>()[1].SipStatus);
    }

    [Fact]
    public async Task A_phone_that_was_silent_before_and_after_a_restart_is_unreachable()
    {
        await using var mortal = await MortalSilo.Start();
        await Calling(mortal);
        await TestCall.Ring(mortal.One, alert: false);
        await mortal.Restart();
        mortal.Silo.Leap(TimeSpan.FromSeconds(11));
        await mortal.Happened<RingMissed>();
        Assert.Equal(RingMiss.Unreachable, Assert.Single(mortal.Silo.Events<RingMissed>()).Miss);
    }

    [Fact]
    public async Task The_CANCEL_to_a_phone_that_rang_beside_a_busy_one_is_repeated_after_a_restart()
    {
        await using var mortal = await MortalSilo.Start();
        using var second = new TestPhone(mortal.Silo.Sip, "anna");
        await Registration.Register(mortal.Anna, SiloUnderTest.Password);
        await Registration.Register(second, SiloUnderTest.Password);
        await Calling(mortal);
        await (await TestCall.Ring(mortal.One)).Refuse(603);
        await (await TestCall.Ring(mortal.Anna, alert: false)).Refuse(486);
        var ring = await TestCall.Ring(second);
        await mortal.Happened<LegRang>(2);
        mortal.Mute();
        mortal.Silo.Leap(TimeSpan.FromSeconds(11));
        await mortal.Happened<RingMissed>(2);
        await mortal.Restart();
        await ring.Cancelled();
    }

    private static async Task<TestCall> Calling(MortalSilo mortal)
    {
        var call = TestCall.Make(mortal.Client, SampleConfiguration.Number);
        await mortal.Client.Expect(180);
        return call;
    }

    /// <summary>What the phone sent before is handled: its question after it is answered.</summary>
    private static async Task Answered(TestPhone phone, MortalSilo mortal)
    {
        Registration.SendOptions(phone);
        await Eventually.Holds(() => mortal.Silo.Counters.Strangers > 0);
        await phone.Expect(403);
    }

    private static (LegEnd End, int? Status) Outcome(CallRecord record, int leg) => (record.Legs[leg].End, record.Legs[leg].SipStatus);
}
