using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Abstractions.Prompts;
using CallCenter.Media.Codecs;
using CallCenter.Media.Prompts;
using CallCenter.Silo.Tests.Restarts;
using CallCenter.Silo.Tests.Signaling;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Tests.Media;

/// <summary>Callers whom nobody can be rung for hear something until somebody takes their call.</summary>
public sealed class WaitingCallTests : AudioCalls
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Set(Availability.NotReady);
    }

    // The number says nothing of media: whoever may have to hear something goes through us by himself.
    private protected override Task<MortalSilo> Start() =>
        MortalSilo.Start(sales => sales with { Waiting = new WaitingConfiguration(Music: true, AnnounceSeconds: 20) });

    [Fact]
    public async Task Who_has_to_wait_is_answered_and_hears_music_until_somebody_takes_the_call()
    {
        var call = await Wait();
        var (first, last) = Client.HearsSound();
        Assert.Equal(first.Ssrc, last.Ssrc);
        var ring = await Become(Availability.Ready);
        await Employee.Take(ring);
        await Mortal.Happened<ConversationBegan>();
        await call.Settled();
        var talk = Employee.SaysTo(Client, 0x44);
        Assert.Equal(first.Ssrc, talk.Ssrc);
        Client.SaysTo(Employee, 0x45);
        await call.HangUp();
        await ring.HungUp();
        var record = Assert.Single(await Mortal.Records());
        Assert.Equal(CallOutcome.Answered, record.Outcome);
        Assert.Equal(record.AnsweredAt, record.Conversations[0].BeganAt);
    }

    [Fact]
    public async Task A_client_whose_audio_is_encrypted_hears_music_as_well()
    {
        Client.Encrypt();
        await Wait();
        Client.HearsSound();
    }

    [Fact]
    public async Task A_key_that_he_presses_meanwhile_is_taken_and_the_music_goes_on()
    {
        var call = await Wait();
        call.Request(SipMethod.Info, body: ("application/dtmf", "1"));
        await Mortal.Client.Expect(200);
        Client.HearsSound();
    }

    [Fact]
    public async Task Who_hangs_up_while_he_hears_music_has_abandoned()
    {
        var call = await Wait();
        Client.HearsSound();
        await call.HangUp();
        var record = Assert.Single(await Mortal.Records());
        Assert.Equal((CallOutcome.Abandoned, EndedBy.Client), (record.Outcome, record.EndedBy));
        Assert.Equal(LegEnd.HungUp, record.Legs[0].End);
        Assert.Null(record.AnsweredAt);
    }

    [Fact]
    public async Task Music_of_the_projects_own_is_heard_by_the_next_one_who_waits()
    {
        var steady = new short[8_000];
        Array.Fill<short>(steady, 1_000);
        Assert.Null(await Mortal.Silo.Prompts.Put(SiloUnderTest.Project, PromptPlace.Music, WaveWriter.Write(steady)));
        var call = await Wait();

        // Behind the announcement and the seam. Ten times as loud, as far as a quiet recording is raised.
        Assert.Contains(
            Enumerable.Range(0, 1_000), _ => Client.Audio.Hear().Payload.ToArray().All(static code => code == G711.EncodeA(10_000)));
        await call.HangUp();
    }

    [Fact]
    public async Task Killed_while_he_waits_the_music_goes_on_and_so_does_the_call()
    {
        var call = await Wait();
        var (_, before) = Client.HearsSound();
        await Mortal.Restart();
        // The 200 is repeated, as nobody knows whether he had it.
        call.Acknowledge();
        var (after, _) = Client.HearsSound();
        Assert.Equal(before.Ssrc, after.Ssrc);
        var ring = await Become(Availability.Ready);
        await Employee.Take(ring);
        await call.Settled();
        Client.SaysTo(Employee, 0x45);
        Employee.SaysTo(Client, 0x46);
        await ring.HangUp();
        await call.HungUp();
        Assert.Equal(CallOutcome.Answered, Assert.Single(await Mortal.Records()).Outcome);
    }

    [Fact]
    public async Task Who_is_rung_for_at_once_hears_ringing_and_is_not_answered()
    {
        await Set(Availability.Ready);
        Client.Call(SampleConfiguration.Number);
        await TestCall.Ring(Mortal.One);
        await Mortal.Client.Expect(180);
        Assert.Empty(Mortal.Silo.Events<CallerAnswered>());
    }

    [Fact]
    public async Task Who_is_held_hears_music_and_then_the_other_one_again()
    {
        await Set(Availability.Ready);
        var (_, ring) = await Talk();
        await Hold(ring, isHeld: true, version: 2);
        Client.HearsSound();
        await Hold(ring, isHeld: false, version: 3);
        Employee.SaysTo(Client, 0x47);
    }

    [Fact]
    public async Task Who_holds_while_he_waits_holds_whoever_takes_the_call()
    {
        var call = await Wait();
        call.Request(SipMethod.Invite, Client.Sdp(Sip.Sdp.SdpDirection.SendOnly, 2));
        call.AckRequest(await Mortal.Client.Expect(200));
        await call.Settled();
        var ring = await Become(Availability.Ready);
        await Employee.Take(ring);
        Employee.HearsSound();
        await Mortal.Happened<LegHeld>();
        Assert.Equal(0, Assert.Single(Mortal.Silo.Events<LegHeld>()).Leg.Number);
    }

    [Fact]
    public async Task His_place_is_told_at_once_and_again()
    {
        var call = await Wait();
        Client.HearsSound();
        Mortal.Silo.Leap(TimeSpan.FromSeconds(21));
        await Mortal.Happened<WaitAnnounced>(2);
        Assert.All(Mortal.Silo.Events<WaitAnnounced>(), told => Assert.Equal(1, told.Position));
        Client.HearsSound();
        await call.HangUp();
    }

    private async Task<TestCall> Wait()
    {
        var call = Client.Call(SampleConfiguration.Number);
        await Mortal.Client.Expect(180);
        await Answered(call);
        return call;
    }

    private async Task<TestCall> Become(Availability availability)
    {
        await Set(availability);
        return await TestCall.Ring(Mortal.One);
    }

    private async Task Set(Availability availability)
    {
        string[] employees = availability == Availability.Ready ? ["employee1"] : ["employee1", "employee2"];
        foreach (var employee in employees)
        {
            var set = new SetAvailability(
                new EmployeeId(employee), availability, availability == Availability.NotReady ? "break" : null, "test");
            Assert.IsType<Accepted>(await Mortal.Silo.Projects.Send(SiloUnderTest.Project, set));
        }
    }
}
