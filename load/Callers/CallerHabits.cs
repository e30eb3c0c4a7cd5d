using CallCenter.Load.Chance;

namespace CallCenter.Load.Callers;

/// <summary>What the people behind the trunk do.</summary>
public sealed record CallerHabits
{
    /// <summary>How long a caller listens to the ringing before he gives up; the mean of an exponential draw.</summary>
    public TimeSpan MeanPatience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>When the caller has said all.</summary>
    public TimeRange Talk { get; init; } = TimeRange.Seconds(10, 60);

    /// <summary>Whether a caller who gave up, or whom nobody answered, calls again.</summary>
    public double RedialChance { get; init; } = 0.4;

    public TimeRange RedialAfter { get; init; } = TimeRange.Seconds(5, 30);

    /// <summary>Whether a new call comes from somebody who has called before.</summary>
    public double AgainChance { get; init; } = 0.35;

    /// <summary>Whether somebody whom the company calls takes the call; else he lets it ring.</summary>
    public double TakesCallChance { get; init; } = 0.8;

    /// <summary>Whether somebody who does not take a call refuses it with 486.</summary>
    public double BusyChance { get; init; } = 0.3;

    public TimeRange AnswerAfter { get; init; } = TimeRange.Seconds(2, 8);
}
