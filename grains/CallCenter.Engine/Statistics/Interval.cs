namespace CallCenter.Engine.Statistics;

/// <summary>
/// Fifteen minutes of Unix time. Every time zone in use is a multiple of 15 minutes away from UTC, so local hours and days are whole
/// intervals.
/// </summary>
public static class Interval
{
    public const long LengthMs = 15 * 60 * 1000;

    /// <summary>Number of the interval that contains a time.</summary>
    public static long Of(long at) => at / LengthMs;

    /// <summary>When an interval begins.</summary>
    public static long Start(long number) => number * LengthMs;
}
