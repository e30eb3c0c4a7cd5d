using CallCenter.Load.Chance;

namespace CallCenter.Load.Callers;

/// <summary>What the people behind the trunk do.</summary>
public sealed record CallerHabits
{
    /// <summary>How long a caller listens to the ringing before he gives up.</summary>
    public Spread Patience { get; init; } = Spread.Exponential(TimeSpan.FromSeconds(20));

    /// <summary>Whether a caller hangs up at once for a reason of his own, whatever his patience.</summary>
    public double HangUpEarlyChance { get; init; }

    /// <summary>When such a caller hangs up.</summary>
    public Spread HangUpEarlyAfter { get; init; } = TimeRange.Milliseconds(100, 2000);

    /// <summary>When the caller has said all.</summary>
    public Spread Talk { get; init; } = TimeRange.Seconds(10, 60);

    /// <summary>Whether a caller who gave up, or whom nobody answered, calls again.</summary>
    public double RedialChance { get; init; } = 0.4;

    public Spread RedialAfter { get; init; } = TimeRange.Seconds(5, 30);

    /// <summary>Whether a new call comes from somebody who has called before.</summary>
    public double AgainChance { get; init; } = 0.35;

    /// <summary>Whether somebody whom the company calls takes the call; else he lets it ring.</summary>
    public double TakesCallChance { get; init; } = 0.8;

    /// <summary>Whether somebody who does not take a call refuses it with 486.</summary>
    public double BusyChance { get; init; } = 0.3;

    public Spread AnswerAfter { get; init; } = TimeRange.Seconds(2, 8);
}
