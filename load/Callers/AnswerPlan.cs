using CallCenter.Load.Chance;

namespace CallCenter.Load.Callers;

/// <summary>What somebody will do whom the company calls.</summary>
/// <param name="AnswerAfter">When he takes the call; null: he does not.</param>
/// <param name="RefuseAfter">When he refuses it; null: he does not, and without an answer it rings on.</param>
/// <param name="Talk">When he has said all and hangs up.</param>
public sealed record AnswerPlan(TimeSpan? AnswerAfter, TimeSpan? RefuseAfter, TimeSpan Talk)
{
    public static AnswerPlan Draw(Random random, CallerHabits habits)
    {
        var after = random.Of(habits.AnswerAfter);
        var talk = random.Of(habits.Talk);
        if (random.Chance(habits.TakesCallChance))
        {
            return new AnswerPlan(after, null, talk);
        }

        return new AnswerPlan(null, random.Chance(habits.BusyChance) ? after : null, talk);
    }
}
