using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Abstractions.Routing;

namespace CallCenter.Engine.Tests.Routing;

public class StrategyTests
{
    private static Scene With(Strategy strategy, params string[] employees) =>
        new(Documents.Sales(department => department with { Strategy = strategy, WrapUpSeconds = 0 }, employees), allReady: false);

    private static void TakeAndEnd(Scene scene, double talkSeconds)
    {
        var call = scene.Call();
        scene.Take(call);
        scene.Wait(talkSeconds);
        scene.CallerHangsUp(call);
    }

    [Fact]
    public void Longest_idle_employee_gets_the_call()
    {
        var scene = With(Strategy.LongestIdle, "anna", "ivan", "olena");
        foreach (var name in new[] { "ivan", "olena", "anna" })
        {
            scene.Ready(name);
            scene.Wait(10);
        }

        var call = scene.Call();

        Assert.Equal(["ivan"], scene.Rung(call));
        var decision = scene.Events.OfType<CallRouted>().Last().Decision;
        Assert.Equal("longest-idle", decision.Rule);
        Assert.Equal([("ivan", 30_000L)], decision.Chosen.Select(one => (one.Employee.Value, one.Score)));
        Assert.Equal([("olena", 20_000L), ("anna", 10_000L)], decision.PassedOver.Select(one => (one.Employee.Value, one.Score)));
        Assert.Equal(3, decision.CandidatesTotal);
    }

    [Fact]
    public void Idle_time_counts_from_becoming_ready_so_a_break_puts_one_last()
    {
        var scene = With(Strategy.LongestIdle, "anna", "ivan");
        scene.Ready("anna");
        scene.Ready("ivan");
        scene.Wait(100);
        scene.NotReady("anna");
        scene.Wait(1);
        scene.Ready("anna");

        Assert.Equal(["ivan"], scene.Rung(scene.Call()));
    }

    [Fact]
    public void A_ring_that_the_caller_gave_up_leaves_the_idle_time_as_it_was()
    {
        var scene = With(Strategy.LongestIdle, "anna", "ivan");
        scene.Ready("anna");
        scene.Wait(5);
        scene.Ready("ivan");
        scene.Wait(5);
        scene.CallerHangsUp(scene.Call());

        Assert.Equal(["anna"], scene.Rung(scene.Call()));
    }

    [Fact]
    public void A_tie_goes_to_the_lower_key()
    {
        var scene = With(Strategy.LongestIdle, "ivan", "anna");
        scene.Ready("ivan");
        scene.Ready("anna");

        Assert.Equal(["anna"], scene.Rung(scene.Call()));
    }

    [Fact]
    public void Round_robin_goes_on_after_the_one_rung_last()
    {
        var scene = With(Strategy.RoundRobin, "c", "a", "b");
        foreach (var name in new[] { "a", "b", "c" }) scene.Ready(name);

        string[] rung = [.. Enumerable.Range(0, 4).Select(_ =>
        {
            var call = scene.Call();
            string who = Assert.Single(scene.Rung(call));
            scene.CallerHangsUp(call);
            return who;
        })];

        Assert.Equal(["c", "a", "b", "c"], rung);
    }

    [Fact]
    public void Fewest_calls_today_get_the_next_one()
    {
        var scene = With(Strategy.FewestCalls, "anna", "ivan");
        scene.Ready("anna");
        TakeAndEnd(scene, 1);
        TakeAndEnd(scene, 1);
        scene.NotReady("anna");
        scene.Ready("ivan");
        TakeAndEnd(scene, 1);
        scene.Ready("anna");

        var call = scene.Call();

        Assert.Equal(["ivan"], scene.Rung(call));
        var passedOver = Assert.Single(scene.Events.OfType<CallRouted>().Last().Decision.PassedOver);
        Assert.Equal(("anna", 2L), (passedOver.Employee.Value, passedOver.Score));
    }

    [Fact]
    public void Least_talk_time_today_gets_the_next_one()
    {
        var scene = With(Strategy.LeastTalkTime, "anna", "ivan");
        scene.Ready("anna");
        TakeAndEnd(scene, 10);
        scene.NotReady("anna");
        scene.Ready("ivan");
        TakeAndEnd(scene, 30);
        scene.Ready("anna");

        Assert.Equal(["anna"], scene.Rung(scene.Call()));
    }

    [Fact]
    public void Random_follows_the_chance_of_the_turn_and_reaches_everyone()
    {
        var scene = With(Strategy.Random, "a", "b", "c");
        foreach (var name in new[] { "a", "b", "c" }) scene.Ready(name);
        var rung = new Dictionary<string, int>();
        for (ulong chance = 1; chance <= 300; chance++)
        {
            scene.Chance = chance * 7919;
            var call = scene.Call();
            string who = Assert.Single(scene.Rung(call));
            rung[who] = rung.GetValueOrDefault(who) + 1;
            scene.CallerHangsUp(call);
        }

        Assert.Equal(3, rung.Count);
        Assert.All(rung.Values, count => Assert.InRange(count, 60, 140));
    }

    [Fact]
    public void Ring_all_rings_everyone_and_the_first_answer_wins()
    {
        var scene = With(Strategy.RingAll, "a", "b", "c");
        foreach (var name in new[] { "a", "b", "c" }) scene.Ready(name);
        var call = scene.Call();
        Assert.Equal(["a", "b", "c"], scene.Rung(call));

        scene.Answer(scene.LegOf(call, "b"));

        Assert.Equal(2, scene.Effects.OfType<EndLeg>().Count(end => end.Reason == HangUpReason.TakenElsewhere));
        Assert.Equal(Activity.Talking, scene.State("b").Activity);
        Assert.Equal(Activity.Idle, scene.State("a").Activity);
        Assert.Empty(scene.All<RingMissed>());
    }

    [Fact]
    public void Whoever_becomes_ready_joins_a_ring_all_at_once()
    {
        var scene = With(Strategy.RingAll, "a", "b");
        scene.Ready("a");
        var call = scene.Call();
        scene.Wait(3);

        scene.Ready("b");

        Assert.Equal(["a", "b"], scene.Rung(call));
    }

    [Fact]
    public void An_unanswered_ring_all_rings_everyone_again()
    {
        var scene = With(Strategy.RingAll, "a", "b");
        scene.Ready("a");
        scene.Ready("b");
        var call = scene.Call();

        scene.Wait(15);

        Assert.Equal(2, scene.Events.OfType<RingMissed>().Count(missed => missed.Miss == RingMiss.NoAnswer));
        Assert.Equal(["a", "b"], scene.Rung(call));
    }

    [Fact]
    public void The_excluded_are_named_with_the_reason_and_its_end()
    {
        var scene = new Scene(Documents.Sales(
            department => department with { WrapUpSeconds = 20 }, "talks", "wraps", "gone", "away", "free", "dead"));
        scene.SignOut("gone");
        scene.NotReady("away");
        scene.Do(new ReportBindings("dead", []));
        foreach (var other in new[] { "free", "wraps" }) scene.NotReady(other);
        scene.Take(scene.Call());
        scene.Ready("wraps");
        var second = scene.Call();
        scene.Take(second);
        scene.CallerHangsUp(second);
        scene.Ready("free");
        long now = scene.Now;

        scene.Call();

        var decision = scene.Events.OfType<CallRouted>().Last().Decision;
        Assert.Equal(
            [
                ("talks", ExclusionReason.Talking, null, null), ("wraps", ExclusionReason.WrapUp, null, now + 20_000),
                ("gone", ExclusionReason.SignedOut, null, null), ("away", ExclusionReason.NotReady, "break", null),
                ("dead", ExclusionReason.PhoneNotRegistered, null, (long?)null),
            ],
            decision.Excluded.Select(one => (one.Employee.Value, one.Reason, one.Detail, one.UntilMs)));
        Assert.Equal((5, 1, 1), (decision.ExcludedTotal, decision.CandidatesTotal, decision.ConfigurationVersion));
    }

    [Fact]
    public void A_decision_lists_at_most_twenty_of_each_kind_and_counts_the_rest()
    {
        string[] names = [.. Enumerable.Range(100, 60).Select(i => $"e{i}")];
        var scene = new Scene(Documents.Sales(names));
        foreach (string name in names[30..]) scene.SignOut(name);

        scene.Call();

        var decision = scene.Events.OfType<CallRouted>().Last().Decision;
        Assert.Equal((1, 20, 20), (decision.Chosen.Count, decision.PassedOver.Count, decision.Excluded.Count));
        Assert.Equal((30, 30), (decision.CandidatesTotal, decision.ExcludedTotal));
        Assert.Equal(names[1..21], decision.PassedOver.Select(one => one.Employee.Value));
    }
}
