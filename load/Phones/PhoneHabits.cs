using CallCenter.Load.Chance;

namespace CallCenter.Load.Phones;

/// <summary>What the employee behind a phone does.</summary>
public sealed record PhoneHabits
{
    public Spread AnswerAfter { get; init; } = TimeRange.Seconds(1, 6);

    /// <summary>Whether a call is left ringing.</summary>
    public double MissChance { get; init; } = 0.1;

    /// <summary>Whether a call is refused with 486.</summary>
    public double RejectChance { get; init; } = 0.04;

    public Spread RejectAfter { get; init; } = TimeRange.Seconds(1, 4);

    /// <summary>Whether the employee ends the conversation before the client may want to.</summary>
    public double HangUpFirstChance { get; init; } = 0.35;

    public Spread Talk { get; init; } = TimeRange.Seconds(10, 60);

    /// <summary>Whether the client is put on hold once during the conversation.</summary>
    public double HoldChance { get; init; } = 0.2;

    public Spread HoldAfter { get; init; } = TimeRange.Seconds(3, 10);

    public Spread HoldFor { get; init; } = TimeRange.Seconds(3, 12);

    /// <summary>Whether the client is handed on to somebody else (REFER) during the conversation.</summary>
    public double TransferChance { get; init; }

    public Spread TransferAfter { get; init; } = TimeRange.Seconds(3, 10);

    /// <summary>Whether the phone loses its network while it rings or talks: it falls silent and forgets its call.</summary>
    public double LoseNetworkChance { get; init; }

    /// <summary>Counted from the first ring.</summary>
    public Spread LoseNetworkAfter { get; init; } = TimeRange.Seconds(1, 10);

    /// <summary>How long it stays away.</summary>
    public Spread AwayFor { get; init; } = TimeRange.Seconds(5, 20);

    /// <summary>Mean time between calls the employee makes himself; null makes none.</summary>
    public TimeSpan? MeanBetweenOwnCalls { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many of his own calls go to a colleague's extension; the others go to clients.</summary>
    public double InternalShare { get; init; } = 0.4;

    /// <summary>How long he lets the other side ring.</summary>
    public TimeSpan OwnCallPatience { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>When a phone stops ringing by itself: a server that died sends no CANCEL.</summary>
    public TimeSpan RingsAtMost { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>How long he listens to silence after the longest talk: a server that died sends no BYE.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Seconds asked for in REGISTER; refreshed at half of what was granted.</summary>
    public int RegisterSeconds { get; init; } = 300;
}
