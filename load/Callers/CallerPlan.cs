using CallCenter.Load.Chance;

namespace CallCenter.Load.Callers;

/// <summary>What one client will do in one call, decided before it begins.</summary>
/// <param name="Patience">How long he listens to the ringing.</param>
/// <param name="Talk">When he has said all and hangs up.</param>
/// <param name="RedialAfter">After which pause he calls again when nobody talked with him; null: not at all.</param>
public sealed record CallerPlan(TimeSpan Patience, TimeSpan Talk, TimeSpan? RedialAfter)
{
    public static CallerPlan Draw(Random random, CallerHabits habits)
    {
        var patience = random.Of(habits.Patience);
        var talk = random.Of(habits.Talk);
        var pause = random.Of(habits.RedialAfter);
        var redials = random.Chance(habits.RedialChance);
        var early = random.Of(habits.HangUpEarlyAfter);
        return new CallerPlan(random.Chance(habits.HangUpEarlyChance) ? early : patience, talk, redials ? pause : null);
    }
}
