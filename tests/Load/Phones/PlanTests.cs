using CallCenter.Load.Callers;
using CallCenter.Load.Chance;
using CallCenter.Load.Phones;

namespace CallCenter.Load.Tests.Phones;

public class PlanTests
{
    [Fact]
    public void Employees_miss_and_reject_as_often_as_their_habits_say()
    {
        var habits = new PhoneHabits { MissChance = 0.2, RejectChance = 0.1 };
        var plans = Draw(habits, 10_000);

        Assert.InRange(plans.Count(plan => plan.Reaction == Reaction.Miss), 1_850, 2_150);
        Assert.InRange(plans.Count(plan => plan.Reaction == Reaction.Reject), 880, 1_120);
    }

    [Fact]
    public void Employees_answer_and_hold_within_the_times_of_their_habits()
    {
        var habits = new PhoneHabits { HoldChance = 1 };

        Assert.All(Draw(habits, 1_000), plan =>
        {
            Assert.InRange(plan.ReactAfter, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(6));
            Assert.InRange(plan.Hold!.Value.For, habits.HoldFor.Least, habits.HoldFor.Most);
        });
    }

    [Fact]
    public void A_habit_changes_only_what_it_says()
    {
        var patient = Draw(new PhoneHabits { HoldChance = 0 }, 100);
        var holding = Draw(new PhoneHabits { HoldChance = 1 }, 100);

        Assert.Equal(patient, holding.Select(plan => plan with { Hold = null }));
    }

    [Fact]
    public void The_same_seed_gives_callers_the_same_plans()
    {
        Assert.Equal(CallerPlans(3), CallerPlans(3));
        Assert.NotEqual(CallerPlans(3), CallerPlans(4));
    }

    [Fact]
    public void Called_clients_take_refuse_or_let_it_ring()
    {
        var random = new Random(1);
        var plans = Enumerable.Range(0, 1_000).Select(_ => AnswerPlan.Draw(random, new CallerHabits())).ToArray();

        Assert.InRange(plans.Count(plan => plan.AnswerAfter is not null), 740, 860);
        Assert.Contains(plans, plan => plan.RefuseAfter is not null);
        Assert.Contains(plans, plan => plan.AnswerAfter is null && plan.RefuseAfter is null);
        Assert.DoesNotContain(plans, plan => plan.AnswerAfter is not null && plan.RefuseAfter is not null);
    }

    private static PhonePlan[] Draw(PhoneHabits habits, int count)
    {
        var random = new Seeds(1).For("olena");
        return [.. Enumerable.Range(0, count).Select(_ => PhonePlan.Draw(random, habits))];
    }

    private static CallerPlan[] CallerPlans(int seed)
    {
        var random = new Seeds(seed).For("callers");
        return [.. Enumerable.Range(0, 20).Select(_ => CallerPlan.Draw(random, new CallerHabits()))];
    }
}
