using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Scenarios.Tests.Harness;
using CallCenter.Tests.Shared;
using static CallCenter.Scenarios.Tests.Harness.SampleProject;

namespace CallCenter.Scenarios.Tests;

/// <summary>A real phone (baresip) in a voice menu: its keys choose, its sound is the message.</summary>
public sealed class MenuTests : IAsyncLifetime
{
    private const int ClientTone = 440;
    private const int EmployeeTone = 1_000;
    private readonly CallCenterServer _server = new() { Options = ["--media-ports", "13000-13999"] };
    private readonly int _trunk = Ports.Free();

    public async ValueTask InitializeAsync()
    {
        await _server.Start();
        var document = With((_trunk, Ports.Free()), Registering("maria", "104"));
        await _server.Publish(document with
        {
            SipAccounts = [Account("maria")],
            Menus =
            [
                new MenuConfiguration
                {
                    Id = "main",
                    Name = "Main menu",
                    Keys =
                    [
                        new MenuKey("1", new Destination(Employee: "maria")),
                        new MenuKey("2", new Destination(Voicemail: new MailboxDestination(Employee: "maria"))),
                    ],
                },
            ],
            Numbers = [document.Numbers[0] with { LeadsTo = new Destination(Menu: "main") }],
        });
    }

    public ValueTask DisposeAsync()
    {
        _server.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_key_of_a_real_phone_leads_to_the_employee()
    {
        using var maria = new Baresip("maria", "secret-maria", _server.SipPort, tone: EmployeeTone);
        using var client = new Baresip("380672000011", "", _server.SipPort, tone: ClientTone, listens: _trunk);
        await Eventually.Holds(async () => (await _server.Board()).Employees.Single().Reachable, text: "maria's phone is registered");
        await Call(client);
        await client.Press('1');
        await Comes(CallStage.Talking);
        await client.HangUp();
        await Eventually.Holds(async () => (await _server.AllCalls("380672000011")).Count == 1, text: "the call is in the journal");
        var call = Assert.Single(await _server.AllCalls("380672000011"));
        Assert.Equal((CallOutcome.Answered, "maria"), (call.Outcome, call.Employee));
        Assert.Contains("menu-key", (await _server.Call(call.Id)).Decisions.Select(static decision => decision.Rule));
    }

    [Fact]
    public async Task What_a_real_phone_says_after_the_tone_is_a_message_that_waits()
    {
        using var client = new Baresip("380672000012", "", _server.SipPort, tone: ClientTone, listens: _trunk);
        await Call(client);
        await client.Press('2');
        await Comes(CallStage.LeavingMessage);
        // Whoever knows the greeting speaks at once.
        await client.Press('#');
        await _server.Recorded(seconds: 3, conversation: WaitingMessage.Recording);
        await client.HangUp();
        await Eventually.Holds(
            async () => (await _server.Get("/api/v1/messages?employee=maria")).Contains("380672000012", StringComparison.Ordinal),
            text: "the message waits for maria");
        var path = await _server.Recorded(seconds: 3, conversation: WaitingMessage.Recording);
        Assert.InRange(new HeardAudio(path, lane: 0).Share(ClientTone), 0.9, 1.01);
        Assert.Equal(0, new HeardAudio(path, lane: 1).SecondsOf(ClientTone));
        await Eventually.Holds(async () => (await _server.AllCalls("380672000012")).Count == 1, text: "the call is in the journal");
        Assert.Equal(CallOutcome.Voicemail, Assert.Single(await _server.AllCalls("380672000012")).Outcome);
    }

    private async Task Call(Baresip client)
    {
        await client.Started();
        await client.Dial($"sip:{Number}@127.0.0.1:{_server.SipPort}");
        await Comes(CallStage.InMenu);
    }

    private Task Comes(CallStage stage) => Eventually.Holds(
        async () => (await _server.Board()).Calls.Any(call => call.Stage == stage), text: $"the call is {stage}");
}
