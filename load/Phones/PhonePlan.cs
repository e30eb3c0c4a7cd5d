using CallCenter.Load.Chance;

namespace CallCenter.Load.Phones;

/// <summary>What an employee does when his phone rings.</summary>
public enum Reaction { Answer, Miss, Reject }

/// <summary>What an employee will do in one call, decided when it begins.</summary>
/// <param name="ReactAfter">When he answers or rejects.</param>
/// <param name="HangUpAfter">When he ends the conversation; null leaves it to the other side.</param>
/// <param name="Hold">When and for how long he puts the other side on hold; null: not at all.</param>
/// <param name="TransferAfter">When he hands the other side on, counted from the answer; null: not at all.</param>
/// <param name="Away">When and for how long his phone has no network; null: it has.</param>
public sealed record PhonePlan(
    Reaction Reaction, TimeSpan ReactAfter, TimeSpan? HangUpAfter, PlannedHold? Hold, TimeSpan? TransferAfter = null,
    PlannedAbsence? Away = null)
{
    public static PhonePlan Draw(Random random, PhoneHabits habits)
    {
        // Every call takes the same number of draws, so that another habit does not change all calls after it.
        var (which, first, hold) = (random.NextDouble(), random.NextDouble(), random.NextDouble());
        var answerAfter = random.Of(habits.AnswerAfter);
        var rejectAfter = random.Of(habits.RejectAfter);
        var talk = random.Of(habits.Talk);
        var planned = new PlannedHold(random.Of(habits.HoldAfter), random.Of(habits.HoldFor));
        var (transfer, transferAfter) = (random.NextDouble(), random.Of(habits.TransferAfter));
        var (lose, absence) = (random.NextDouble(), new PlannedAbsence(random.Of(habits.LoseNetworkAfter), random.Of(habits.AwayFor)));
        var reaction = which < habits.MissChance ? Reaction.Miss
            : which < habits.MissChance + habits.RejectChance ? Reaction.Reject
            : Reaction.Answer;
        return new PhonePlan(
            reaction,
            reaction == Reaction.Reject ? rejectAfter : answerAfter,
            first < habits.HangUpFirstChance ? talk : null,
            hold < habits.HoldChance ? planned : null,
            transfer < habits.TransferChance ? transferAfter : null,
            lose < habits.LoseNetworkChance ? absence : null);
    }
}

/// <summary>A hold during a conversation.</summary>
/// <param name="After">Counted from the answer.</param>
/// <param name="For">How long it lasts.</param>
public readonly record struct PlannedHold(TimeSpan After, TimeSpan For);

/// <summary>A time without network.</summary>
/// <param name="After">Counted from the first ring.</param>
/// <param name="For">How long it lasts.</param>
public readonly record struct PlannedAbsence(TimeSpan After, TimeSpan For);
