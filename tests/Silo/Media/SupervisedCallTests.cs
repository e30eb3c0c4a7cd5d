using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Silo.Tests.Restarts;
using CallCenter.Silo.Tests.Signaling;

namespace CallCenter.Silo.Tests.Media;

/// <summary>A client and an employee talk, and a supervisor listens on a phone of his own: who hears whom.</summary>
public sealed class SupervisedCallTests : AudioCalls
{
    private static readonly EmployeeId Anna = new("employee2");

    private AudioPhone _supervisor = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Registration.Register(Mortal.Anna, SiloUnderTest.Password);
        _supervisor = new AudioPhone(Mortal.Anna, 0x3000);
    }

    private protected override Task<MortalSilo> Start() => MortalSilo.Start(company: document => document with { Supervision = true });

    [Fact]
    public async Task Who_listens_is_heard_by_nobody_who_whispers_by_the_employee_who_joins_by_both()
    {
        var (call, ring) = await Talk();
        var id = Assert.Single(Mortal.Silo.Events<CallArrived>()).Call;
        var listening = await Listen(id);
        Assert.Equal("employee supervisor", await WhoHears(Client));
        Assert.Equal("client supervisor", await WhoHears(Employee));
        Assert.Equal("", await WhoHears(_supervisor));

        _supervisor.Presses('5');
        await Mortal.Happened<SupervisionChanged>(2);
        Assert.Equal("employee", await WhoHears(_supervisor));

        Assert.IsType<Accepted>(await Send(new SuperviseCall(id, Anna, SupervisionMode.Join)));
        Assert.Equal("client employee", await WhoHears(_supervisor));

        await listening.HangUp();
        Assert.Equal("employee", await WhoHears(Client));
        await call.HangUp();
        await ring.HungUp();
        Assert.Equal(CallOutcome.Answered, Assert.Single(await Mortal.Records()).Outcome);
    }

    [Fact]
    public async Task Killed_while_he_whispers_he_whispers_again()
    {
        var (call, ring) = await Talk();
        var id = Assert.Single(Mortal.Silo.Events<CallArrived>()).Call;
        var listening = await Listen(id, SupervisionMode.Whisper);
        await Mortal.Restart();
        call.Acknowledge();
        Assert.Equal("employee", await WhoHears(_supervisor));
        Assert.Equal("employee supervisor", await WhoHears(Client));
        await call.HangUp();
        await ring.HungUp();
        await listening.HungUp();
        await Mortal.Records();
    }

    [Fact]
    public async Task He_takes_the_call_over_also_after_a_restart()
    {
        var (call, ring) = await Talk();
        var id = Assert.Single(Mortal.Silo.Events<CallArrived>()).Call;
        var listening = await Listen(id);
        await Mortal.Restart();
        call.Acknowledge();
        Assert.IsType<Accepted>(await Send(new TakeOverCall(id, Anna)));
        await ring.HungUp();
        Assert.Equal("supervisor", await WhoHears(Client));
        Assert.Equal("client", await WhoHears(_supervisor));
        await listening.HangUp();
        await call.HungUp();
        Assert.Equal(2, Assert.Single(await Mortal.Records()).Conversations.Count);
    }

    private async Task<TestCall> Listen(CallId call, SupervisionMode mode = SupervisionMode.Listen)
    {
        Assert.IsType<Accepted>(await Send(new SuperviseCall(call, Anna, mode)));
        var ring = await TestCall.Ring(Mortal.Anna);
        await _supervisor.Take(ring);
        await Mortal.Happened<LegAnswered>(2);
        return ring;
    }

    private ValueTask<CommandReply> Send(ProjectCommand command) => Mortal.Silo.Projects.Send(SiloUnderTest.Project, command);

    /// <summary>A second of speech; whoever got most of it heard it.</summary>
    private async Task<string> WhoHears(AudioPhone speaker)
    {
        const byte code = 0x45;
        (string Name, AudioPhone Phone)[] all = [("client", Client), ("employee", Employee), ("supervisor", _supervisor)];
        foreach (var (_, phone) in all)
        {
            phone.Audio.HearAll();
        }

        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var frame = 0; frame < 50; frame++)
        {
            await beat.WaitForNextTickAsync();
            speaker.Audio.Say(speaker.Other, code);
        }

        return string.Join(' ', all
            .Where(one => one.Phone.Audio.HearAll().Count(packet => packet.Payload[80] == code) > 15).Select(static one => one.Name));
    }
}
