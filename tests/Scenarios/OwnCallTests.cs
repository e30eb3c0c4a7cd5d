using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Scenarios.Tests.Harness;
using CallCenter.Tests.Shared;
using static CallCenter.Scenarios.Tests.Harness.SampleProject;

namespace CallCenter.Scenarios.Tests;

/// <summary>Calls that our own phones make: to colleagues, and to clients through the trunk.</summary>
[Collection(nameof(RunningCallCenter))]
public class OwnCallTests(RunningCallCenter center)
{
    [Fact]
    public async Task Internal_call_connects_two_extensions_and_is_in_no_client_figure()
    {
        await center.Publish(With(Ports.Pair(), Registering("olena", "104"), Registering("petro", "105")) with
        {
            SipAccounts = [Account("olena"), Account("petro")],
        });
        using var olena = new Baresip("olena", "secret-olena", center.SipPort);
        using var petro = new Baresip("petro", "secret-petro", center.SipPort);
        await center.Employee("olena", line => line.Reachable);
        await center.Employee("petro", line => line.Reachable);
        var before = (await center.Board()).Today;

        await olena.Dial("105");
        await center.CallIs(CallStage.Talking, "104");
        await olena.HangUp();

        var call = await center.Record("104");
        Assert.Equal((CallDirection.Internal, CallOutcome.Answered), (call.Call.Direction, call.Call.Outcome));
        var after = (await center.Board()).Today;
        Assert.Equal((before.Incoming, before.Outgoing), (after.Incoming, after.Outgoing));
    }

    [Fact]
    public async Task Outgoing_call_shows_the_number_that_the_rule_chose()
    {
        var trunk = Ports.Pair();
        await center.Publish(With(trunk, Registering("iryna", "104")) with
        {
            SipAccounts = [Account("iryna")],
            CallerNumberRules = [new CallerNumberRule("second", DestinationPrefix: "+38044"), new CallerNumberRule("main")],
        });
        using var iryna = new Baresip("iryna", "secret-iryna", center.SipPort);
        await center.Employee("iryna", line => line.Reachable);
        using var client = await Sipp.Phone("client-answers-second", trunk.First);

        await iryna.Dial("0445556677");
        await center.CallIs(CallStage.Talking, "+380445556677");
        await iryna.HangUp();
        await client.Succeeds();

        var call = await center.Record("+380445556677");
        Assert.Equal((CallDirection.Outgoing, SecondNumber), (call.Call.Direction, call.Call.ShownNumber));
        Assert.Equal("iryna", call.Call.Employee);
    }

    [Fact]
    public async Task Destination_outside_the_allow_list_is_refused()
    {
        await center.Publish(With(Ports.Pair(), Registering("oksana", "104")) with
        {
            SipAccounts = [Account("oksana")],
            CallerNumberRules = [new CallerNumberRule("main")],
        });
        using var oksana = new Baresip("oksana", "secret-oksana", center.SipPort);
        await center.Employee("oksana", line => line.Reachable);

        await oksana.Dial("+8821234567");
        await Eventually.Holds(() => oksana.Output.Contains("603", StringComparison.Ordinal), text: "the phone hears 603");
    }
}
