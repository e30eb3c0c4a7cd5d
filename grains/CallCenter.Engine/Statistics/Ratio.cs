namespace CallCenter.Engine.Statistics;

/// <summary>Quotients of counts and times. An empty denominator gives null (shown as "—"), never 0 or 100 %.</summary>
public static class Ratio
{
    /// <summary>0–100, not rounded.</summary>
    public static double? Percent(long part, long whole) => whole <= 0 ? null : 100.0 * part / whole;
}
