using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Routing;
using CallCenter.Scenarios.Tests.Harness;
using static CallCenter.Scenarios.Tests.Harness.SampleProject;

namespace CallCenter.Scenarios.Tests;

/// <summary>Employees with more than one phone, and departments rung as one destination.</summary>
[Collection(nameof(RunningCallCenter))]
public class EmployeePhoneTests(RunningCallCenter center)
{
    [Fact]
    public async Task Employee_on_two_phones_takes_the_call_on_one_and_the_other_is_cancelled()
    {
        var (trunk, desk, mobile) = (Ports.Pair(), Ports.Free(), Ports.Free());
        await center.Publish(With(trunk, Employee("anna", "101", desk, mobile)));
        using var rings = await Sipp.Phone("employee-never-answers", desk);
        using var answers = await Sipp.Phone("employee-answers", mobile, ringMs: 300);
        using var client = Sipp.Client("caller", trunk.First, center.SipPort, Number, "380672000001");
        await client.Succeeds();
        await rings.Succeeds();
        await answers.Succeeds();

        var call = await center.Record("+380672000001");
        Assert.Equal("anna", call.Call.Employee);
        Assert.Single(call.Legs, leg => leg.End == LegEnd.TakenElsewhere);
    }

    [Fact]
    public async Task Department_of_eight_destinations_rings_all_and_the_heads_mobile_last()
    {
        var trunk = Ports.Pair();
        var ports = Enumerable.Range(0, 8).Select(_ => Ports.Free()).ToArray();
        var head = Employee("head", "100", ports[0], ports[1]);
        var document = With(trunk, head, Employee("one", "101", ports[2], ports[3]), Employee("two", "102", ports[4], ports[5]),
                Employee("three", "103", ports[6], ports[7]))
            .Sales(sales => sales with
            {
                Strategy = Strategy.InOrder,
                RingSeconds = 5,
                Members =
                [
                    new("one"), new("two"), new("three"),
                    new("head", 1, [new LaterContactPoint(head.MainContacts[1].Value(), 2)]),
                ],
            });
        await center.Publish(document);
        var missing = await Task.WhenAll(ports.Where(port => port != ports[1]).Select(port => Sipp.Phone("employee-never-answers", port)));
        using var mobile = await Sipp.Phone("employee-answers", ports[1]);
        using var client = Sipp.Client("caller", trunk.First, center.SipPort, Number, "380672000002");
        await client.Succeeds(withinSeconds: 40);
        await mobile.Succeeds();
        foreach (var phone in missing)
        {
            await phone.Succeeds();
            phone.Dispose();
        }

        var call = await center.Record("+380672000002");
        Assert.Equal("head", call.Call.Employee);
        Assert.Equal(8, call.Legs.Count(leg => leg.Kind == LegKind.Employee));
        var last = call.Legs.MaxBy(leg => leg.StartedAt)!;
        Assert.Equal(head.MainContacts[1].Value(), last.Target);
        Assert.True(last.StartedAt - call.Call.ArrivedAt >= TimeSpan.FromMilliseconds(4900),
            "the mobile rang before the others' ring time was over");
    }

    [Fact]
    public async Task Softphone_registers_and_takes_a_call()
    {
        var trunk = Ports.Pair();
        await center.Publish(With(trunk, Registering("maria", "104")) with { SipAccounts = [Account("maria")] });
        using var maria = new Baresip("maria", "secret-maria", center.SipPort);
        await center.Employee("maria", line => line.Reachable);
        using var client = Sipp.Client("caller", trunk.First, center.SipPort, Number, "380672000003", milliseconds: 600);
        await client.Succeeds();

        var call = await center.Record("+380672000003");
        Assert.Equal((CallOutcome.Answered, "maria"), (call.Call.Outcome, call.Call.Employee));
    }

    [Fact]
    public async Task Phone_that_is_not_registered_is_not_rung_and_the_decision_says_so()
    {
        var trunk = Ports.Pair();
        await center.Publish(With(trunk, Registering("taras", "105")) with { SipAccounts = [Account("taras")] });
        using var client = Sipp.Client("caller-abandons", trunk.First, center.SipPort, Number, "380672000004", milliseconds: 200);
        await client.Succeeds();

        var call = await center.Record("+380672000004");
        Assert.DoesNotContain(call.Legs, leg => leg.Kind == LegKind.Employee);
        Assert.Contains(call.Decisions.SelectMany(decision => decision.Excluded),
            excluded => excluded is { Employee: "taras", Reason: ExclusionReason.PhoneNotRegistered });
    }
}
