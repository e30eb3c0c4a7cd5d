namespace CallCenter.Load.Arrivals;

/// <summary>Evenly spaced calls, the first at once.</summary>
/// <param name="callsPerSecond">More than 0; fractions are kept.</param>
internal sealed class ConstantArrivals(double callsPerSecond) : IArrivals
{
    private long _placed;

    // From the number of the call, so that rounding does not add up.
    public TimeSpan? Next() => TimeSpan.FromSeconds(_placed++ / callsPerSecond);
}
