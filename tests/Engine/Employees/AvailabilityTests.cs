using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Abstractions.Routing;

namespace CallCenter.Engine.Tests.Employees;

public class AvailabilityTests
{
    private static Refusal Refused(CommandReply reply) => Assert.IsType<Refused>(reply).Refusal;

    [Fact]
    public void Not_ready_needs_one_of_the_projects_reasons()
    {
        var scene = new Scene(Documents.Sales("anna"));
        CommandReply Set(string employee, string? reason) =>
            scene.Do(new SetAvailability(new EmployeeId(employee), Availability.NotReady, reason, "x"));

        Assert.Equal(Refusal.NotReadyReasonNeeded, Refused(Set("anna", null)));
        Assert.Equal(Refusal.UnknownNotReadyReason, Refused(Set("anna", "fishing")));
        Assert.Equal(Refusal.NoSuchEmployee, Refused(Set("nobody", "lunch")));
        Assert.IsType<Accepted>(Set("anna", "lunch"));
        Assert.Equal((Availability.NotReady, "lunch"), (scene.State("anna").Availability, scene.State("anna").Reason));
    }

    [Fact]
    public void Setting_what_is_already_set_changes_nothing()
    {
        var scene = new Scene(Documents.Sales("anna"));

        scene.Ready("anna");

        Assert.Empty(scene.Events);
    }

    [Fact]
    public void Not_ready_during_a_call_takes_effect_after_it()
    {
        var scene = new Scene(Documents.Sales(department => department with { WrapUpSeconds = 0 }, "anna"));
        var call = scene.Call();
        scene.Take(call);
        var waiting = scene.Call();

        scene.NotReady("anna");
        Assert.Equal(Activity.Talking, scene.State("anna").Activity);
        scene.CallerHangsUp(call);

        Assert.Equal((Availability.NotReady, Activity.Idle), (scene.State("anna").Availability, scene.State("anna").Activity));
        Assert.Empty(scene.Rung(waiting));
    }

    [Fact]
    public void Wrap_up_lasts_as_long_as_the_department_gives_and_then_the_next_call_comes()
    {
        var scene = new Scene(Documents.Sales(department => department with { WrapUpSeconds = 10 }, "anna"));
        var call = scene.Call();
        scene.Take(call);
        var waiting = scene.Call();
        scene.CallerHangsUp(call);
        Assert.Equal((Activity.WrapUp, scene.Now + 10_000), (scene.State("anna").Activity, scene.State("anna").Until));

        scene.Wait(9.999);
        Assert.Empty(scene.Rung(waiting));
        scene.Wait(0.001);

        Assert.Equal(["anna"], scene.Rung(waiting));
        Assert.Contains(scene.Events.OfType<EmployeeStateChanged>(), changed => changed.Cause == StateCause.WrapUpOver);
    }

    [Fact]
    public void Wrap_up_can_be_finished_early_and_only_then()
    {
        var scene = new Scene(Documents.Sales("anna"));
        Assert.Equal(Refusal.NotInWrapUp, Refused(scene.Do(new FinishWrapUp(new EmployeeId("anna"), "x"))));
        var call = scene.Call();
        scene.Take(call);
        scene.CallerHangsUp(call);

        scene.Do(new FinishWrapUp(new EmployeeId("anna"), "anna@x"));

        Assert.Equal(("anna@x", StateCause.Person), (scene.One<EmployeeStateChanged>().By, scene.One<EmployeeStateChanged>().Cause));
        Assert.Equal(Activity.Idle, scene.State("anna").Activity);
    }

    [Fact]
    public void After_three_unanswered_rings_in_a_row_he_is_set_not_ready()
    {
        var scene = new Scene(Documents.Sales("anna"));
        scene.Call();

        scene.Wait(30);
        Assert.Equal(Availability.Ready, scene.State("anna").Availability);
        scene.Wait(15);

        Assert.Equal((Availability.NotReady, "no answer"), (scene.State("anna").Availability, scene.State("anna").Reason));
        Assert.Equal(3, scene.All<RingMissed>().Count(missed => missed is { Miss: RingMiss.NoAnswer, RangMs: 15_000, RestUntil: null }));
        Assert.Equal(StateCause.RonaLimit, scene.All<EmployeeStateChanged>().Last().Cause);
        Assert.Equal(3, scene.Project.Board(scene.Now, 0).Employees[0].RonaToday);
    }

    [Fact]
    public void A_taken_call_or_becoming_ready_starts_the_count_anew()
    {
        var scene = new Scene(Documents.Sales(department => department with { WrapUpSeconds = 0 }, "anna"));
        var call = scene.Call();
        scene.Wait(30);
        scene.Take(call);
        scene.CallerHangsUp(call);
        scene.Call();
        scene.Wait(30);
        Assert.Equal(Availability.Ready, scene.State("anna").Availability);
        scene.Wait(15);
        Assert.Equal(Availability.NotReady, scene.State("anna").Availability);

        scene.Ready("anna");
        scene.Wait(30);

        Assert.Equal(Availability.Ready, scene.State("anna").Availability);
    }

    [Theory]
    [InlineData(486, RingMiss.Rejected, 10)]
    [InlineData(603, RingMiss.Rejected, 10)]
    [InlineData(480, RingMiss.Unreachable, 30)]
    [InlineData(503, RingMiss.Unreachable, 30)]
    public void Rejected_and_unreachable_are_no_rona_and_give_a_rest(int status, RingMiss miss, int seconds)
    {
        var scene = new Scene(Documents.Sales("anna"));
        var call = scene.Call();

        scene.Fail(scene.Ringing(call)[0].Leg, status);

        Assert.Equal((miss, scene.Now + (seconds * 1000L)), (scene.One<RingMissed>().Miss, scene.One<RingMissed>().RestUntil));
        Assert.Equal(
            ExclusionReason.RestingAfterMiss, Assert.Single(scene.Project.Desk(new EmployeeId("anna"), scene.Now)!.NoCallReasons).Reason);
        scene.Wait(seconds - 0.001);
        Assert.Empty(scene.Rung(call));
        scene.Wait(0.001);
        Assert.Equal(["anna"], scene.Rung(call));
    }

    [Fact]
    public void Two_phones_ring_together_one_answer_wins_and_a_decline_speaks_for_both()
    {
        var scene = new Scene(Documents.Sales("a") with
        {
            Employees = [Documents.Employee("a", null, new ContactPoint(Account: "a"), new ContactPoint(Number: "+380670000001"))],
        });
        var call = scene.Call();
        Assert.Equal(["a", "+380670000001"], scene.Ringing(call).Select(leg => leg.Target));
        Assert.Equal("kyivstar", scene.Ringing(call)[1].Trunk);

        scene.Fail(scene.Ringing(call)[0].Leg, 486);
        Assert.Equal(Activity.Ringing, scene.State("a").Activity);
        scene.Fail(scene.Ringing(call)[0].Leg, 480);
        Assert.Equal(RingMiss.Rejected, scene.One<RingMissed>().Miss);

        scene.Wait(10);
        scene.Fail(scene.Ringing(call)[0].Leg, 603);
        Assert.Single(scene.Effects.OfType<EndLeg>());
        scene.Wait(10);
        scene.Answer(scene.Ringing(call)[1].Leg);
        Assert.Equal(HangUpReason.TakenElsewhere, scene.Effect<EndLeg>().Reason);
    }

    [Fact]
    public void A_phone_that_is_not_registered_or_expired_is_not_rung()
    {
        var scene = new Scene(Documents.Sales("anna"));
        scene.Register("anna", 60);
        scene.Wait(60);
        Assert.Empty(scene.One<BindingsChanged>().Bindings);
        Assert.False(scene.Project.Board(scene.Now, 0).Employees[0].Reachable);

        var call = scene.Call();
        Assert.Empty(scene.Rung(call));
        scene.Register("anna");

        Assert.Equal(["anna"], scene.Rung(call));
    }

    [Fact]
    public void A_phone_that_lost_its_connection_is_known_and_not_rung()
    {
        var scene = new Scene(Documents.Sales("anna"));
        var lost = new PhoneBinding("sip:anna@10.0.0.9", "tcp:10.0.0.9:40000", [], "anna", 1, scene.Now + 60_000, null, IsLost: true);
        scene.Do(new ReportBindings("anna", [lost]));
        Assert.False(scene.Project.Board(scene.Now, 0).Employees[0].Reachable);
        Assert.Same(lost, Assert.Single(Assert.Single(scene.Project.Phones).Bindings));

        var call = scene.Call();
        Assert.Empty(scene.Rung(call));
        scene.Do(new ReportBindings("anna", [lost with { IsLost = false }]));

        Assert.Equal(["anna"], scene.Rung(call));
    }

    [Fact]
    public void Bindings_of_an_unknown_account_are_refused()
    {
        var scene = new Scene(Documents.Sales("anna"));

        Assert.Equal(Refusal.NoSuchAccount, Refused(scene.Do(new ReportBindings("stranger", []))));
    }

    [Fact]
    public void Availability_during_a_call_makes_tiles_without_gap_or_overlap()
    {
        var scene = new Scene(Documents.Sales("anna"));
        var call = scene.Call();
        scene.Wait(2);
        scene.Take(call);
        scene.Wait(3);
        scene.NotReady("anna");
        scene.Wait(1);
        scene.CallerHangsUp(call);
        scene.Wait(20);

        var tiles = scene.All<EmployeeStateChanged>().ToList();
        for (int i = 1; i < tiles.Count; i++) Assert.Equal(tiles[i - 1].To, tiles[i].From);
        Assert.Null(tiles[0].From);
        Assert.Equal(
            [Activity.Idle, Activity.Idle, Activity.Ringing, Activity.Talking, Activity.Talking, Activity.WrapUp, Activity.Idle],
            tiles.Select(tile => tile.To!.Activity));
    }
}
