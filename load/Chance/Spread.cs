namespace CallCenter.Load.Chance;

/// <summary>How a duration is spread: always the same, evenly between two bounds, or exponentially about a mean.</summary>
/// <param name="Shape">Which of the three.</param>
/// <param name="Least">The lower bound; for an exponential spread 0.</param>
/// <param name="Mean">The mean of all draws, but for the cut of an exponential one.</param>
/// <param name="Most">The upper bound; longer draws of an exponential spread count as this.</param>
public readonly record struct Spread(SpreadShape Shape, TimeSpan Least, TimeSpan Mean, TimeSpan Most)
{
    // One draw in twenty thousand is longer.
    private const double CutAtMeans = 10;

    public static Spread Always(TimeSpan time) => new(SpreadShape.Always, time, time, time);

    public static Spread Even(TimeSpan least, TimeSpan most) => new(SpreadShape.Even, least, (least + most) / 2, most);

    /// <param name="most">Null: ten times the mean.</param>
    public static Spread Exponential(TimeSpan mean, TimeSpan? most = null) =>
        new(SpreadShape.Exponential, TimeSpan.Zero, mean, most ?? mean * CutAtMeans);

    public static implicit operator Spread(TimeRange range) => Even(range.Least, range.Most);
}

/// <summary>Shapes of a <see cref="Spread"/>.</summary>
public enum SpreadShape { Always, Even, Exponential }
