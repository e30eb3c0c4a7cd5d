using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Media.Tests.Engine;
using CallCenter.Silo.Tests.Restarts;
using CallCenter.Silo.Tests.Signaling;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Tests.Media;

/// <summary>Callers whom nobody can be rung for hear something until somebody takes their call.</summary>
public sealed class WaitingCallTests : IAsyncLifetime
{
    private MortalSilo _mortal = null!;
    private AudioPhone _client = null!;
    private AudioPhone _employee = null!;

    public async ValueTask InitializeAsync()
    {
        // The number says nothing of media: whoever may have to hear something goes through us by himself.
        _mortal = await MortalSilo.Start(sales => sales with { Waiting = new WaitingConfiguration(Music: true) });
        _client = new AudioPhone(_mortal.Client, 0x1000);
        _employee = new AudioPhone(_mortal.One, 0x2000);
        await Set(Availability.NotReady);
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        _employee.Dispose();
        return _mortal.DisposeAsync();
    }

    [Fact]
    public async Task Who_has_to_wait_is_answered_and_hears_music_until_somebody_takes_the_call()
    {
        var call = await Wait();
        var (first, last) = HearMusic();
        Assert.Equal(first.Ssrc, last.Ssrc);
        var ring = await Become(Availability.Ready);
        await _employee.Take(ring);
        await _mortal.Happened<ConversationBegan>();
        await call.Settled();
        var talk = _employee.SaysTo(_client, 0x44);
        Assert.Equal(first.Ssrc, talk.Ssrc);
        _client.SaysTo(_employee, 0x45);
        await call.HangUp();
        await ring.HungUp();
        var record = Assert.Single(await _mortal.Records());
        Assert.Equal(CallOutcome.Answered, record.Outcome);
        Assert.Equal(record.AnsweredAt, record.Conversations[0].BeganAt);
    }

    [Fact]
    public async Task Who_hangs_up_while_he_hears_music_has_abandoned()
    {
        var call = await Wait();
        HearMusic();
        await call.HangUp();
        var record = Assert.Single(await _mortal.Records());
        Assert.Equal((CallOutcome.Abandoned, EndedBy.Client), (record.Outcome, record.EndedBy));
        Assert.Equal(LegEnd.HungUp, record.Legs[0].End);
        Assert.Null(record.AnsweredAt);
    }

    [Fact]
    public async Task Killed_while_he_waits_the_music_goes_on_and_so_does_the_call()
    {
        var call = await Wait();
        var (_, before) = HearMusic();
        await _mortal.Restart();
        // The 200 is repeated, as nobody knows whether he had it.
        call.Acknowledge();
        var (after, _) = HearMusic();
        Assert.Equal(before.Ssrc, after.Ssrc);
        var ring = await Become(Availability.Ready);
        await _employee.Take(ring);
        await call.Settled();
        _client.SaysTo(_employee, 0x45);
        _employee.SaysTo(_client, 0x46);
        await ring.HangUp();
        await call.HungUp();
        Assert.Equal(CallOutcome.Answered, Assert.Single(await _mortal.Records()).Outcome);
    }

    [Fact]
    public async Task Who_is_rung_for_at_once_hears_ringing_and_is_not_answered()
    {
        await Set(Availability.Ready);
        _client.Call(SampleConfiguration.Number);
        await TestCall.Ring(_mortal.One);
        await _mortal.Client.Expect(180);
        Assert.Empty(_mortal.Silo.Events<CallerAnswered>());
    }

    [Fact]
    public async Task Who_is_held_hears_music_and_then_the_other_one_again()
    {
        await Set(Availability.Ready);
        var call = _client.Call(SampleConfiguration.Number);
        var ring = await TestCall.Ring(_mortal.One);
        await _mortal.Client.Expect(180);
        await _employee.Take(ring);
        _client.Heed((await call.Answered()).Body);
        await call.Settled();
        ring.Request(SipMethod.Invite, _employee.Sdp(Sip.Sdp.SdpDirection.SendOnly, 2));
        ring.AckRequest(await _mortal.One.Expect(200));
        HearMusic();
        ring.Request(SipMethod.Invite, _employee.Sdp(version: 3));
        ring.AckRequest(await _mortal.One.Expect(200));
        _employee.SaysTo(_client, 0x47);
    }

    [Fact]
    public async Task His_place_is_told_at_once_and_again()
    {
        await _mortal.DisposeAsync();
        _mortal = await MortalSilo.Start(sales => sales with { Waiting = new WaitingConfiguration(AnnounceSeconds: 20) });
        using var client = new AudioPhone(_mortal.Client, 0x1000);
        await Set(Availability.NotReady);
        var call = client.Call(SampleConfiguration.Number);
        await _mortal.Client.Expect(180);
        client.Heed((await call.Answered()).Body);
        await call.Settled();
        // "Dear caller, all employees …": without music nothing else is to be heard.
        HearSound(client);
        _mortal.Silo.Leap(TimeSpan.FromSeconds(21));
        await _mortal.Happened<WaitAnnounced>(2);
        Assert.All(_mortal.Silo.Events<WaitAnnounced>(), told => Assert.Equal(1, told.Position));
        Assert.Empty(_mortal.Silo.Events<MusicBegan>());
        await call.HangUp();
    }

    private async Task<TestCall> Wait()
    {
        var call = _client.Call(SampleConfiguration.Number);
        await _mortal.Client.Expect(180);
        _client.Heed((await call.Answered()).Body);
        await call.Settled();
        return call;
    }

    /// <summary>Half a second of it, that is not silence.</summary>
    private (HeardPacket First, HeardPacket Last) HearMusic() => HearSound(_client);

    private static (HeardPacket First, HeardPacket Last) HearSound(AudioPhone phone)
    {
        var heard = Enumerable.Range(0, 25).Select(_ => phone.Audio.Hear()).ToList();
        Assert.True(heard.SelectMany(packet => packet.Payload).Distinct().Count() > 20, "silence");
        return (heard[0], heard[^1]);
    }

    private async Task<TestCall> Become(Availability availability)
    {
        await Set(availability);
        return await TestCall.Ring(_mortal.One);
    }

    private async Task Set(Availability availability)
    {
        string[] employees = availability == Availability.Ready ? ["employee1"] : ["employee1", "employee2"];
        foreach (var employee in employees)
        {
            var set = new SetAvailability(
                new EmployeeId(employee), availability, availability == Availability.NotReady ? "break" : null, "test");
            Assert.IsType<Accepted>(await _mortal.Silo.Projects.Send(SiloUnderTest.Project, set));
        }
    }
}
