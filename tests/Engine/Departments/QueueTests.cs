using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;

namespace CallCenter.Engine.Tests.Departments;

public class QueueTests
{
    [Fact]
    public void A_waiting_caller_hears_ringing_at_once_and_once()
    {
        var scene = new Scene(Documents.Sales("anna"), allReady: false);

        var call = scene.Call();

        Assert.Equal(call, scene.Effect<ShowRinging>().Call);
        scene.Ready("anna");
        Assert.Empty(scene.Effects.OfType<ShowRinging>());
        Assert.Single(scene.Effects.OfType<RingLeg>());
    }

    [Fact]
    public void A_burst_of_calls_spreads_over_different_employees()
    {
        var scene = new Scene(Documents.Sales("a", "b", "c"));

        CallId[] calls = [scene.Call(), scene.Call(), scene.Call(), scene.Call()];

        Assert.Equal(["a", "b", "c"], calls.SelectMany(scene.Rung).Order());
        Assert.Empty(scene.Rung(calls[3]));
    }

    [Fact]
    public void Oldest_call_goes_first()
    {
        var scene = new Scene(Documents.Sales("anna"), allReady: false);
        var first = scene.Call();
        scene.Wait(1);
        scene.Call();

        scene.Ready("anna");

        Assert.Equal(["anna"], scene.Rung(first));
    }

    [Fact]
    public void Higher_priority_goes_before_age()
    {
        var scene = new Scene(Documents.Sales("anna").WithNumber("+380442000000", "sales", 5), allReady: false);
        scene.Call();
        scene.Wait(60);
        var vip = scene.Call(to: "+380442000000");

        scene.Ready("anna");

        Assert.Equal(["anna"], scene.Rung(vip));
    }

    [Fact]
    public void A_failed_ring_keeps_the_place_in_the_same_visit()
    {
        var scene = new Scene(Documents.Sales(department => department with { WrapUpSeconds = 0 }, "a", "b"));
        scene.NotReady("b");
        var first = scene.Call();
        scene.Wait(2);
        var second = scene.Call();
        scene.Fail(scene.Ringing(first)[0].Leg, 486);

        scene.Ready("b");

        Assert.Equal(["b"], scene.Rung(first));
        Assert.Empty(scene.Rung(second));
        Assert.Equal(2, scene.All<CallQueued>().Count());
    }

    [Fact]
    public void Who_was_rung_is_passed_over_until_everyone_eligible_was()
    {
        var scene = new Scene(Documents.Sales("a", "b"));
        var call = scene.Call();
        Assert.Equal(["a"], scene.Rung(call));

        scene.Wait(15);
        Assert.Equal(["b"], scene.Rung(call));

        scene.Wait(15);
        Assert.Equal(["a"], scene.Rung(call));
    }

    [Fact]
    public void A_freed_employee_goes_to_the_best_call_of_all_his_departments()
    {
        var document = Documents.Of(Documents.Department("sales", "anna"), Documents.Department("support", "anna"));
        var scene = new Scene(document.WithNumber("+380443000000", "support"), allReady: false);
        var support = scene.Call(to: "+380443000000");
        scene.Wait(1);
        var sales = scene.Call();

        scene.Ready("anna");

        Assert.Equal(["anna"], scene.Rung(support));
        Assert.Empty(scene.Rung(sales));
    }

    [Fact]
    public void A_full_queue_flows_out_to_its_destination()
    {
        var sales = Documents.Department("sales", "anna") with { MaxLength = 1, FlowOut = new FlowOutConfiguration(Full: new("support")) };
        var scene = new Scene(Documents.Of(sales, Documents.Department("support", "ivan")), allReady: false);
        scene.Call();

        scene.Call();

        Assert.Equal(QueueExit.Full, scene.One<QueueLeft>().Exit);
        Assert.Equal(["sales", "support"], scene.Events.OfType<CallQueued>().Select(queued => queued.Department.Value));
    }

    [Fact]
    public void A_full_queue_without_destination_is_busy()
    {
        var scene = new Scene(Documents.Sales(department => department with { MaxLength = 1 }, "anna"), allReady: false);
        scene.Call();

        var call = scene.Call();

        Assert.Equal((CallOutcome.Busy, EndedBy.System), (scene.Record(call).Outcome, scene.Record(call).EndedBy));
        Assert.Equal(HangUpReason.Busy, scene.Effect<EndLeg>().Reason);
    }

    [Fact]
    public void The_longest_wait_ends_a_ring_too_and_nobody_missed_it()
    {
        var scene = new Scene(Documents.Sales(department => department with { MaxWaitSeconds = 10, RingSeconds = 30 }, "anna"));
        var call = scene.Call();

        scene.Wait(10);

        Assert.Equal(QueueExit.TimeOut, scene.One<QueueLeft>().Exit);
        Assert.Equal(CallOutcome.NoAnswer, scene.Record(call).Outcome);
        Assert.Empty(scene.All<RingMissed>());
        Assert.Equal(Activity.Idle, scene.State("anna").Activity);
    }

    [Fact]
    public void Nobody_signed_in_and_all_not_ready_flow_out_apart_and_when_it_becomes_so()
    {
        var scene = new Scene(Documents.Sales(department => department with
        {
            FlowOut = new FlowOutConfiguration(
                NoOneSignedIn: new Destination(HangUp: HangUpDestination.Closed), AllNotReady: new Destination(External: "+380670000009")),
        }, "a", "b"), allReady: false);
        var closed = scene.Call();
        Assert.Equal(QueueExit.NoOneSignedIn, scene.One<QueueLeft>().Exit);
        Assert.Equal(CallOutcome.Closed, scene.Record(closed).Outcome);

        scene.Ready("a");
        scene.Take(scene.Call());
        var waiting = scene.Call();
        Assert.Empty(scene.Events.OfType<QueueLeft>());

        scene.NotReady("a");

        Assert.Equal((waiting, QueueExit.AllNotReady), (scene.One<QueueLeft>().Call, scene.One<QueueLeft>().Exit));
        Assert.Equal("+380670000009", Assert.Single(scene.Ringing(waiting)).Target);
    }

    [Fact]
    public void Without_a_destination_calls_go_on_waiting_for_somebody_to_come()
    {
        var scene = new Scene(Documents.Sales("anna"), allReady: false);
        var call = scene.Call();
        scene.Wait(200);

        scene.Ready("anna");

        Assert.Equal(["anna"], scene.Rung(call));
    }

    [Fact]
    public void Destinations_that_lead_in_a_circle_are_a_loop()
    {
        var sales = Documents.Department("sales", "a") with { FlowOut = new FlowOutConfiguration(NoOneSignedIn: new("support")) };
        var support = Documents.Department("support", "a") with { FlowOut = new FlowOutConfiguration(NoOneSignedIn: new("sales")) };
        var scene = new Scene(Documents.Of(sales, support), allReady: false);

        var call = scene.Call();

        Assert.Equal(HangUpReason.LoopDetected, scene.Effect<EndLeg>().Reason);
        Assert.Equal(10, scene.Record(call).Visits.Count);
    }

    [Fact]
    public void A_call_that_no_trunk_could_carry_to_a_number_rings_the_phone_that_registers()
    {
        var document = Documents.Sales("a");
        var contacts = new[] { new ContactPoint(Account: "a"), new ContactPoint(Number: "+380671112233") };
        var scene = new Scene(document with
        {
            Employees = [document.Employees[0] with { MainContacts = contacts }],
            Trunks = [document.Trunks[0] with { MaxCalls = 1 }],
        });
        scene.Do(new ReportBindings("a", []));
        var call = scene.Call();
        Assert.Empty(scene.Rung(call));

        scene.Register("a");

        Assert.Equal(["a"], scene.Rung(call));
    }

    [Fact]
    public void Offered_is_answered_and_abandoned_and_flowed_out_and_waiting()
    {
        var scene = new Scene(Documents.Sales(department => department with { MaxLength = 3, MaxWaitSeconds = 20 }, "a"));
        scene.Take(scene.Call());
        scene.CallerHangsUp(scene.Call());
        for (int i = 0; i < 5; i++) scene.Call();
        scene.Wait(20);
        scene.Call();

        var line = scene.Project.Board(scene.Now, 0).Departments[0];

        Assert.Equal((8, 1, 1, 5, 1), (line.Offered, line.Answered, line.Abandoned, line.FlowedOut, line.Waiting));
        Assert.Equal(line.Offered, line.Answered + line.Abandoned + line.FlowedOut + line.Waiting);
    }
}
