namespace CallCenter.Load.Chance;

/// <summary>A span of possible durations, both ends included.</summary>
public readonly record struct TimeRange(TimeSpan Least, TimeSpan Most)
{
    public static TimeRange Seconds(double least, double most) => new(TimeSpan.FromSeconds(least), TimeSpan.FromSeconds(most));

    public static TimeRange Milliseconds(double least, double most) =>
        new(TimeSpan.FromMilliseconds(least), TimeSpan.FromMilliseconds(most));
}
