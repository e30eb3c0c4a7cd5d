using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;

namespace CallCenter.Engine.Tests.Calls;

public class IncomingCallTests
{
    private static ReceiveCall From(string? trunk, string dialled = Documents.MainNumber) =>
        new(new CallLine(trunk, trunk is null ? "stranger" : null), Scene.Client, null, dialled, Scene.Facts);

    private static Refusal Refused(CommandReply reply) => Assert.IsType<Refused>(reply).Refusal;

    [Fact]
    public void A_call_is_rung_taken_connected_and_recorded()
    {
        var scene = new Scene(Documents.Sales("anna"));
        var call = scene.Call(from: "0501112233");
        var ring = scene.Effect<RingLeg>();
        Assert.Equal((new LegId(call, 1), "anna", Scene.Client), (ring.Leg, ring.Target.Account, ring.CallerNumber));
        scene.Wait(1);
        scene.Do(new ReportRinging(ring.Leg));
        scene.Wait(2);
        scene.Answer(ring.Leg);
        Assert.Equal(new Bridge(call, 0, ring.Leg.Number), scene.Effect<Bridge>());
        Assert.Equal(3000, scene.One<ConversationBegan>().WaitMs);
        scene.Wait(60);

        scene.CallerHangsUp(call);

        Assert.Equal(new EndLeg(ring.Leg, HangUpReason.Normal), scene.Effect<EndLeg>());
        var record = scene.Record(call);
        Assert.Equal((CallOutcome.Answered, EndedBy.Client, "anna", "sales"),
            (record.Outcome, record.EndedBy, record.Employee!.Value.Value, record.Department!.Value.Value));
        Assert.Equal((3000L, 60_000L, 0L), (record.WaitMs, record.TalkMs, record.HoldMs));
        Assert.Equal(("main", "kyivstar"), (record.DialledNumber, record.Trunk));
        Assert.Equal([LegEnd.HungUp, LegEnd.OtherSideHungUp], record.Legs.Select(leg => leg.End));
        Assert.Equal(record.ArrivedAt + 1000, record.Legs[1].RangAt);
        Assert.Equal(QueueExit.Answered, Assert.Single(record.Visits).Exit);
        Assert.Equal((0, 1L), (scene.Project.LiveCalls, scene.Project.EndedCalls));
    }

    [Fact]
    public void An_employee_who_hangs_up_is_recorded_as_the_one_who_ended_it()
    {
        var scene = new Scene(Documents.Sales("anna"));
        var call = scene.Call();
        var leg = scene.Take(call);

        scene.HangUp(leg);

        Assert.Equal(new EndLeg(new LegId(call, 0), HangUpReason.Normal), scene.Effect<EndLeg>());
        Assert.Equal((EndedBy.Employee, LegEnd.OtherSideHungUp, LegEnd.HungUp),
            (scene.Record(call).EndedBy, scene.Record(call).Legs[0].End, scene.Record(call).Legs[1].End));
    }

    [Fact]
    public void A_caller_who_gives_up_abandons_and_nobody_missed_a_ring()
    {
        var scene = new Scene(Documents.Sales("anna"));
        var call = scene.Call();
        scene.Wait(3);

        scene.CallerHangsUp(call);

        Assert.Equal((CallOutcome.Abandoned, EndedBy.Client), (scene.Record(call).Outcome, scene.Record(call).EndedBy));
        Assert.Equal(HangUpReason.CallerCancelled, scene.Effect<EndLeg>().Reason);
        Assert.Equal(QueueExit.Abandoned, scene.One<QueueLeft>().Exit);
        Assert.Empty(scene.All<RingMissed>());
        Assert.Equal(Activity.Idle, scene.State("anna").Activity);
    }

    [Fact]
    public void A_late_answer_is_refused_as_too_late()
    {
        var scene = new Scene(Documents.Sales(department => department with { Strategy = Strategy.RingAll }, "a", "b"));
        var call = scene.Call();
        LegId first = scene.LegOf(call, "a"), second = scene.LegOf(call, "b");
        scene.Answer(first);

        Assert.Equal(Refusal.TooLate, Refused(scene.Answer(second)));
        scene.CallerHangsUp(call);
        Assert.Equal(Refusal.TooLate, Refused(scene.Answer(second)));
        Assert.Equal(Refusal.NoSuchLeg, Refused(scene.Answer(new LegId(new CallId(99), 1))));
        Assert.Equal(Refusal.NoSuchCall, Refused(scene.CallerHangsUp(call)));
    }

    [Fact]
    public void An_unknown_number_is_turned_down_and_recorded()
    {
        var scene = new Scene(Documents.Sales("anna"));

        var call = scene.Call(to: "+380449999999");

        Assert.Equal(new EndLeg(new LegId(call, 0), HangUpReason.NoSuchNumber), scene.Effect<EndLeg>());
        Assert.Equal((CallOutcome.Refused, (string?)null), (scene.Record(call).Outcome, scene.Record(call).DialledNumber));
    }

    [Theory]
    [InlineData("+380441000000")]
    [InlineData("380441000000")]
    [InlineData("0441000000")]
    public void The_dialled_number_is_understood_in_the_forms_that_carriers_signal(string dialled)
    {
        var scene = new Scene(Documents.Sales("anna"));

        Assert.Equal(["anna"], scene.Rung(scene.Call(to: dialled)));
    }

    [Fact]
    public void Calls_without_configuration_trunk_account_or_room_are_refused()
    {
        var turn = new Turn();
        Assert.Equal(Refusal.NotConfigured,
            Refused(new Project(new ProjectId("new")).Handle(From("kyivstar"), new TurnInput(1, 1), turn)));
        Assert.Empty(turn.Events);

        var scene = new Scene(Documents.Sales("anna") with { Limits = new LimitConfiguration(MaxLiveCalls: 1) });
        Assert.Equal(Refusal.Invalid, Refused(scene.Do(From("unknown"))));
        Assert.Equal(Refusal.NoSuchAccount, Refused(scene.Do(From(null))));
        scene.Call();
        Assert.Equal(Refusal.TooManyCalls, Refused(scene.Do(From("kyivstar"))));
    }

    [Fact]
    public void A_trunk_carries_no_more_than_its_calls_in_both_directions()
    {
        var document = Documents.Sales("anna") with { Trunks = [new TrunkConfiguration("kyivstar", "10.1.1.1", [], MaxCalls: 2)] };
        var scene = new Scene(document);
        scene.Dial("anna", "+380501112233");
        var second = scene.Call();

        Assert.Equal(Refusal.TooManyCalls, Refused(scene.Do(From("kyivstar"))));
        scene.CallerHangsUp(second);
        scene.Call();
    }

    [Fact]
    public void Who_talks_on_a_call_on_hold_is_shown_with_it_until_somebody_takes_it_back()
    {
        var scene = new Scene(Documents.Sales("anna", "ivan"));
        var leg = scene.Take(scene.Call());
        long?[] Held() => [.. scene.Project.Board(scene.Now, 0).Employees.Select(line => line.OnHoldSince)];
        Assert.Equal([null, null], Held());
        scene.Do(new ReportHold(leg, true));
        Assert.Equal([scene.Now, null], Held());
        scene.Do(new ReportHold(leg, false));
        Assert.Equal([null, null], Held());
        scene.Do(new ReportHold(new LegId(leg.Call, 0), true));
        Assert.Equal([scene.Now, null], Held());
        scene.HangUp(leg);
        Assert.Equal([null, null], Held());
    }

    [Fact]
    public void Hold_is_timed_per_leg_and_taken_out_of_the_talk_time()
    {
        var scene = new Scene(Documents.Sales("anna"));
        var call = scene.Call();
        var leg = scene.Take(call);
        scene.Wait(10);
        scene.Do(new ReportHold(leg, true));
        Assert.Equal(CallStage.OnHold, scene.Project.Board(scene.Now, 0).Calls[0].Stage);
        scene.Wait(5);
        scene.Do(new ReportHold(new LegId(call, 0), true));
        scene.Wait(5);
        scene.Do(new ReportHold(leg, false));
        scene.Do(new ReportHold(leg, false));
        Assert.Empty(scene.Events);
        scene.Wait(5);
        scene.Do(new ReportHold(new LegId(call, 0), false));
        Assert.Equal(CallStage.Talking, scene.Project.Board(scene.Now, 0).Calls[0].Stage);
        scene.Wait(10);

        scene.CallerHangsUp(call);

        var record = scene.Record(call);
        Assert.Equal((20_000L, 15_000L), (record.TalkMs, record.HoldMs));
        Assert.Equal([10_000L, 10_000L], record.Legs.Select(one => one.HoldMs));
    }

    [Fact]
    public void A_broken_dialog_ends_the_call_by_the_system()
    {
        var scene = new Scene(Documents.Sales("anna"));
        var call = scene.Call();
        var leg = scene.Take(call);

        scene.Do(new ReportBroken(leg, "session timer"));

        Assert.Equal((CallOutcome.Answered, EndedBy.System, LegEnd.Broken),
            (scene.Record(call).Outcome, scene.Record(call).EndedBy, scene.Record(call).Legs[1].End));
        Assert.Equal(new LegId(call, 0), scene.Effect<EndLeg>().Leg);
    }

    [Fact]
    public void A_supervisor_ends_a_call()
    {
        var scene = new Scene(Documents.Sales("anna"));
        var call = scene.Call();
        scene.Take(call);

        Assert.IsType<Accepted>(scene.Do(new EndCall(call, "boss")));

        Assert.Equal(2, scene.Effects.OfType<EndLeg>().Count());
        Assert.Equal(EndedBy.System, scene.Record(call).EndedBy);
        Assert.Equal(Refusal.NoSuchCall, Refused(scene.Do(new EndCall(call, "boss"))));
    }

    [Fact]
    public void After_a_restart_all_live_calls_are_closed_as_interrupted_and_nobody_is_stuck()
    {
        var scene = new Scene(Documents.Sales("a", "b"));
        CallId talking = scene.Call(), ringing = scene.Call(), waiting = scene.Call();
        scene.Take(talking);

        scene.Do(new CloseInterruptedCalls());

        Assert.Empty(scene.Effects);
        Assert.All(new[] { talking, ringing, waiting }, call => Assert.Equal(CallOutcome.Interrupted, scene.Record(call).Outcome));
        Assert.Equal(2, scene.Events.OfType<QueueLeft>().Count(left => left.Exit == QueueExit.Interrupted));
        Assert.All(new[] { "a", "b" }, name => Assert.Equal(Activity.Idle, scene.State(name).Activity));
        Assert.Equal(["a"], scene.Rung(scene.Call()));
    }

    [Fact]
    public void A_clock_that_is_set_back_never_makes_a_time_negative()
    {
        var scene = new Scene(Documents.Sales("anna"));
        var call = scene.Call();
        scene.Take(call);
        var turn = new Turn();

        scene.Project.Handle(new ReportHangUp(new LegId(call, 0)), new TurnInput(scene.Now - 60_000, 1), turn);

        Assert.Equal(0, Assert.Single(turn.Events.OfType<CallEnded>()).Record.TalkMs);
    }
}
