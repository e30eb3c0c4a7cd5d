namespace CallCenter.Load.Chance;

/// <summary>
/// Draws of what people do: how long, whether, which. All take the caller's own <see cref="Random"/>, so that the same seed gives the
/// same people whatever the server does.
/// </summary>
public static class Draws
{
    /// <summary>A duration with this mean and no memory: the time between arrivals of independent callers.</summary>
    public static TimeSpan Exponential(this Random random, TimeSpan mean)
    {
        // NextDouble is in [0, 1): its complement is never 0, so the logarithm is finite.
        return mean * -Math.Log(1 - random.NextDouble());
    }

    /// <summary>A duration between both bounds, all equally likely.</summary>
    public static TimeSpan Between(this Random random, TimeRange range) =>
        range.Least + ((range.Most - range.Least) * random.NextDouble());

    /// <summary>A duration of this spread; one draw of the source whatever the shape.</summary>
    public static TimeSpan Of(this Random random, Spread spread)
    {
        var draw = random.NextDouble();
        var time = spread.Shape switch
        {
            SpreadShape.Always => spread.Least,
            SpreadShape.Even => spread.Least + ((spread.Most - spread.Least) * draw),
            _ => spread.Mean * -Math.Log(1 - draw),
        };
        return time < spread.Most ? time : spread.Most;
    }

    /// <summary>True with this probability (0 to 1).</summary>
    public static bool Chance(this Random random, double probability) => random.NextDouble() < probability;

    /// <summary>One of the list, all equally likely.</summary>
    public static T OneOf<T>(this Random random, IReadOnlyList<T> list) => list[random.Next(list.Count)];
}
