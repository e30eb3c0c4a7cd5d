using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Silo.Tests.Restarts;
using CallCenter.Silo.Tests.Signaling;

namespace CallCenter.Silo.Tests.Media;

/// <summary>Callers who are alone with us: a menu with real keys, a message with real sound, a rating.</summary>
public sealed class AloneCallTests : AudioCalls
{
    private static readonly MenuConfiguration Main = new()
    {
        Id = "main",
        Name = "Main menu",
        Keys = [new MenuKey("1", new Destination("sales")), new MenuKey("2", new Destination(Voicemail: new MailboxDestination("sales")))],
        Attempts = 1,
    };

    private protected override Task<MortalSilo> Start() => MortalSilo.Start(
        sales => sales with { Rating = true },
        company: document => document with
        {
            Menus = [Main],
            Numbers = [document.Numbers[0] with { LeadsTo = new Destination(Menu: Main.Id) }],
        });

    [Fact]
    public async Task A_key_leads_to_the_department_and_the_caller_hears_ringing_until_he_talks()
    {
        var call = await InMenu();
        Client.HearsSound();
        Client.Presses('1');
        var ring = await TestCall.Ring(Mortal.One);
        Client.HearsSound();
        await Employee.Take(ring);
        await Mortal.Happened<ConversationBegan>();
        Client.SaysTo(Employee, 0x45);
        Employee.SaysTo(Client, 0x46);
        await call.HangUp();
        await ring.HungUp();
        var record = Assert.Single(await Mortal.Records());
        Assert.Equal((CallOutcome.Answered, "1"), (record.Outcome, Assert.Single(record.Steps).Keys));
    }

    [Fact]
    public async Task Killed_in_the_menu_it_is_said_again_and_the_keys_work()
    {
        var call = await InMenu();
        var (before, _) = Client.HearsSound();
        await Mortal.Restart();
        call.Acknowledge();
        var (after, _) = Client.HearsSound();
        Assert.Equal(before.Ssrc, after.Ssrc);
        Client.Presses('1');
        var ring = await TestCall.Ring(Mortal.One);
        await Mortal.Restart();
        Client.HearsSound();
        await Employee.Take(ring);
        await Mortal.Happened<ConversationBegan>();
        Client.SaysTo(Employee, 0x45);
        await call.HangUp();
        await ring.HungUp();
    }

    [Fact]
    public async Task Whoever_presses_nothing_is_told_goodbye_and_hung_up_on()
    {
        var call = await InMenu();
        await Mortal.Happened<StepSpoken>();
        Mortal.Silo.Leap(TimeSpan.FromSeconds(6));
        await call.HungUp();
        var record = Assert.Single(await Mortal.Records());
        Assert.Equal(CallOutcome.NoAnswer, record.Outcome);
        Assert.Equal([StepKind.Menu, StepKind.Farewell], record.Steps.Select(static step => step.Kind));
    }

    [Fact]
    public async Task A_message_is_recorded_over_a_restart_and_waits_on_the_desk()
    {
        var call = await LeavingMessage();
        await Speak(seconds: 1);
        await Mortal.Restart();
        call.Acknowledge();
        await Speak(seconds: 1);
        await call.HangUp();
        await Mortal.Happened<ConversationRecorded>();
        var record = Assert.Single(await Mortal.Records());
        Assert.Equal((CallOutcome.Voicemail, EndedBy.Client), (record.Outcome, record.EndedBy));
        var recorded = Assert.Single(Mortal.Silo.Events<ConversationRecorded>());
        Assert.Equal(WaitingMessage.Recording, recorded.Conversation);
        Assert.InRange(recorded.Recording.Client.TalkMs, 1_000, 5_000);
        Assert.Equal(0, recorded.Recording.Employee.TalkMs);
        var message = Assert.Single(await Messages());
        Assert.Equal((record.Call, record.ClientNumber), (message.Call, message.ClientNumber));
        await Mortal.Silo.Projects.Send(SiloUnderTest.Project, new FinishMessage(record.Call, "anna"));
        Assert.Empty(await Messages());
    }

    [Fact]
    public async Task Silence_ends_a_message()
    {
        var call = await LeavingMessage();
        await Speak(seconds: 1);
        // Five seconds of the sound's own time, which no clock of ours makes shorter.
        await Mortal.Happened<StepEnded>(2);
        Assert.Equal(StepEnd.Message, Mortal.Silo.Events<StepEnded>()[1].End);
        await Mortal.Happened<StepEnded>(3);
        await call.HungUp();
        Assert.Equal(CallOutcome.Voicemail, Assert.Single(await Mortal.Records()).Outcome);
    }

    [Fact]
    public async Task The_caller_rates_when_the_employee_has_hung_up()
    {
        var call = await InMenu();
        Client.Presses('1');
        var ring = await TestCall.Ring(Mortal.One);
        await Employee.Take(ring);
        await Mortal.Happened<ConversationBegan>();
        Client.SaysTo(Employee, 0x45);
        await ring.HangUp();
        await Mortal.Happened<StepBegan>(2);
        Client.HearsSound();
        Client.Presses('4');
        await call.HungUp();
        var record = Assert.Single(await Mortal.Records());
        Assert.Equal((4, CallOutcome.Answered, EndedBy.Employee), (record.Rating(), record.Outcome, record.EndedBy));
    }

    private async Task<TestCall> InMenu()
    {
        var call = Client.Call(SampleConfiguration.Number);
        await Answered(call);
        return call;
    }

    private async Task<TestCall> LeavingMessage()
    {
        var call = await InMenu();
        Client.Presses('2');
        await Mortal.Happened<StepBegan>(2);
        Client.Presses('#');
        await Mortal.Happened<StepSpoken>();
        Mortal.Silo.Leap(TimeSpan.FromSeconds(3));
        return call;
    }

    /// <summary>Loud and quiet frames in turn, in their time: what is said faster would be laid over itself.</summary>
    private async Task Speak(int seconds)
    {
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var frame = 0; frame < seconds * 50; frame++)
        {
            await beat.WaitForNextTickAsync();
            Client.Audio.Say(Client.Other, (byte)(frame % 2 == 0 ? 0x2A : 0xAA));
        }
    }

    private async Task<IReadOnlyList<WaitingMessage>> Messages() =>
        (await Mortal.Silo.Projects.Desk(SiloUnderTest.Project, new EmployeeId("employee1")))!.Messages;
}
