using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Scenarios.Tests.Harness;
using static CallCenter.Scenarios.Tests.Harness.SampleProject;

namespace CallCenter.Scenarios.Tests;

/// <summary>A client calls: who is rung, who talks, and what history keeps.</summary>
[Collection(nameof(RunningCallCenter))]
public class IncomingCallTests(RunningCallCenter center)
{
    [Fact]
    public async Task Caller_waits_then_is_taken()
    {
        var (trunk, phone) = (Ports.Pair(), Ports.Free());
        await center.Publish(With(trunk, Employee("anna", "101", phone)));
        using var anna = await Sipp.Phone("employee-answers", phone, ringMs: 100, calls: 2);
        using var first = Sipp.Client("caller", trunk.First, center.SipPort, Number, "380671000001", milliseconds: 1500);
        await center.CallIs(CallStage.Talking, "+380671000001");

        using var second = Sipp.Client("caller", trunk.Second, center.SipPort, Number, "380671000002");
        await center.CallIs(CallStage.Waiting, "+380671000002");
        await first.Succeeds();
        await second.Succeeds();
        await anna.Succeeds();

        var waited = await center.Record("+380671000002");
        Assert.Equal(CallOutcome.Answered, waited.Call.Outcome);
        Assert.Equal("anna", waited.Call.Employee);
        Assert.True(waited.Call.WaitMs > 200, $"waited {waited.Call.WaitMs} ms");
        Assert.Equal(QueueExit.Answered, Assert.Single(waited.Visits).Exit);
    }

    [Fact]
    public async Task Busy_employee_is_passed_over_for_the_next()
    {
        // Nobody else's test may meet this employee: whoever rejected a call is not rung for some seconds.
        var (trunk, annas, borys) = (Ports.Pair(), Ports.Free(), Ports.Free());
        await center.Publish(With(trunk, Employee("dmytro", "101", annas), Employee("yuriy", "102", borys))
            .Sales(sales => sales with { Strategy = Strategy.InOrder, Members = [new("dmytro", 1), new("yuriy", 2)] }));
        using var busy = await Sipp.Phone("employee-busy", annas);
        using var answers = await Sipp.Phone("employee-answers", borys);
        using var client = Sipp.Client("caller", trunk.First, center.SipPort, Number, "380671000003");
        await client.Succeeds();
        await busy.Succeeds();
        await answers.Succeeds();

        var call = await center.Record("+380671000003");
        Assert.Equal("yuriy", call.Call.Employee);
        Assert.Contains(call.Legs, leg => leg is { Employee: "dmytro", End: LegEnd.Rejected, SipStatus: 486 });
    }

    [Fact]
    public async Task Call_that_nobody_takes_flows_over_to_the_other_department()
    {
        var (trunk, annas, borys) = (Ports.Pair(), Ports.Free(), Ports.Free());
        var document = With(trunk, Employee("anna", "101", annas), Employee("borys", "102", borys))
            .Sales(sales => sales with
            {
                Members = [new("anna")],
                MaxWaitSeconds = 5,
                FlowOut = new FlowOutConfiguration(TimeOut: new Destination(Department: "support")),
            });
        await center.Publish(document with
        {
            Departments =
            [
                .. document.Departments,
                new DepartmentConfiguration { Id = "support", Name = "Support", WrapUpSeconds = 0, Members = [new("borys")] },
            ],
        });
        using var never = await Sipp.Phone("employee-never-answers", annas);
        using var answers = await Sipp.Phone("employee-answers", borys);
        using var client = Sipp.Client("caller", trunk.First, center.SipPort, Number, "380671000004");
        await client.Succeeds();
        await never.Succeeds();
        await answers.Succeeds();

        var call = await center.Record("+380671000004");
        Assert.Equal([("sales", QueueExit.TimeOut), ("support", QueueExit.Answered)],
            call.Visits.Select(visit => (visit.Department, visit.Exit)));
        Assert.Equal("sales", call.Call.FirstDepartment);
    }

    [Fact]
    public async Task Caller_abandons_while_queued()
    {
        var trunk = Ports.Pair();
        await center.Publish(With(trunk, Employee("absent", "109", Ports.Free()) with { StartsReady = false }));
        using var client = Sipp.Client("caller-abandons", trunk.First, center.SipPort, Number, "380671000005", milliseconds: 1500);
        await center.CallIs(CallStage.Waiting, "+380671000005");
        await client.Succeeds();

        var call = await center.Record("+380671000005");
        Assert.Equal((CallOutcome.Abandoned, EndedBy.Client), (call.Call.Outcome, call.Call.EndedBy));
        Assert.Equal(QueueExit.Abandoned, Assert.Single(call.Visits).Exit);
    }

    [Fact]
    public async Task Caller_abandons_while_an_employee_is_rung()
    {
        var (trunk, phone) = (Ports.Pair(), Ports.Free());
        await center.Publish(With(trunk, Employee("anna", "101", phone)));
        using var rung = await Sipp.Phone("employee-never-answers", phone);
        using var client = Sipp.Client("caller-abandons", trunk.First, center.SipPort, Number, "380671000006", milliseconds: 300);
        await client.Succeeds();
        await rung.Succeeds();

        var call = await center.Record("+380671000006");
        Assert.Equal(CallOutcome.Abandoned, call.Call.Outcome);
        Assert.Contains(call.Legs, leg => leg is { Employee: "anna", End: LegEnd.Cancelled });
        await center.Employee("anna", line => line.Activity == Activity.Idle && line.RonaToday == 0);
    }

    [Fact]
    public async Task Cancel_crosses_200_and_the_late_phone_is_hung_up()
    {
        var (trunk, phone) = (Ports.Pair(), Ports.Free());
        await center.Publish(With(trunk, Employee("anna", "101", phone)));
        using var late = await Sipp.Phone("employee-answers-too-late", phone);
        using var client = Sipp.Client("caller-abandons", trunk.First, center.SipPort, Number, "380671000007", milliseconds: 300);
        await client.Succeeds();
        await late.Succeeds();

        Assert.Equal(CallOutcome.Abandoned, (await center.Record("+380671000007")).Call.Outcome);
        await center.Employee("anna", line => line.Activity == Activity.Idle);
    }

    [Fact]
    public async Task Employee_hangs_up()
    {
        var (trunk, phone) = (Ports.Pair(), Ports.Free());
        await center.Publish(With(trunk, Employee("anna", "101", phone)));
        using var anna = await Sipp.Phone("employee-hangs-up", phone);
        using var client = Sipp.Client("caller-hung-up", trunk.First, center.SipPort, Number, "380671000008");
        await client.Succeeds();
        await anna.Succeeds();

        var call = await center.Record("+380671000008");
        Assert.Equal((CallOutcome.Answered, EndedBy.Employee), (call.Call.Outcome, call.Call.EndedBy));
        Assert.InRange(call.Call.TalkMs, 300, 3000);
    }

    [Fact]
    public async Task Caller_hangs_up()
    {
        var (trunk, phone) = (Ports.Pair(), Ports.Free());
        await center.Publish(With(trunk, Employee("anna", "101", phone)));
        using var anna = await Sipp.Phone("employee-answers", phone);
        using var client = Sipp.Client("caller", trunk.First, center.SipPort, Number, "380671000009", milliseconds: 500);
        await client.Succeeds();
        await anna.Succeeds();

        var call = await center.Record("+380671000009");
        Assert.Equal((CallOutcome.Answered, EndedBy.Client), (call.Call.Outcome, call.Call.EndedBy));
        Assert.InRange(call.Call.TalkMs, 400, 3000);
    }

    [Fact]
    public async Task Lost_ack_ends_the_call_as_broken_and_frees_the_employee()
    {
        var (trunk, phone) = (Ports.Pair(), Ports.Free());
        await center.Publish(With(trunk, Employee("anna", "101", phone)));
        using var anna = await Sipp.Phone("employee-answers", phone);
        using var client = Sipp.Client("caller-never-acks", trunk.First, center.SipPort, Number, "380671000010");
        await client.Succeeds(withinSeconds: 60);
        await anna.Succeeds();

        var call = await center.Record("+380671000010");
        Assert.Equal(EndedBy.System, call.Call.EndedBy);
        Assert.Equal(LegEnd.Broken, call.Legs.Single(leg => leg.Kind == LegKind.Caller).End);
        await center.Employee("anna", line => line.Activity == Activity.Idle);
    }

    [Fact]
    public async Task Call_over_tcp_is_served_like_one_over_udp()
    {
        var (trunk, phone) = (Ports.Pair(), Ports.Free());
        await center.Publish(With(trunk, Employee("anna", "101", phone)));
        using var anna = await Sipp.Phone("employee-answers", phone);
        using var client = Sipp.Client("caller", trunk.First, center.SipPort, Number, "380671000011", transport: "t1");
        await client.Succeeds();
        await anna.Succeeds();

        Assert.Equal(CallOutcome.Answered, (await center.Record("+380671000011")).Call.Outcome);
    }
}
