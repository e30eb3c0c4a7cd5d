namespace CallCenter.Load.Arrivals;

/// <summary>Independent calls whose rate grows (or falls) evenly from one value to another and then stays.</summary>
/// <param name="from">Calls per second at the start; 0 or more.</param>
/// <param name="to">Calls per second after <paramref name="over"/>; more than 0.</param>
internal sealed class RampArrivals(Random random, double from, double to, TimeSpan over) : IArrivals
{
    private readonly double _growth = (to - from) / over.TotalSeconds;
    private readonly double _callsUntilTop = (from + to) / 2 * over.TotalSeconds;
    private double _calls;

    /// <summary>
    /// The expected number of calls up to a time t is from·t + growth·t²/2. Arrivals of rate 1 on that scale, mapped back to time, have the
    /// growing rate.
    /// </summary>
    public TimeSpan? Next()
    {
        _calls -= Math.Log(1 - random.NextDouble());
        if (_calls >= _callsUntilTop)
        {
            return over + TimeSpan.FromSeconds((_calls - _callsUntilTop) / to);
        }

        // The root in the form that stays exact where the growth is small.
        var root = Math.Sqrt((from * from) + (2 * _growth * _calls));
        return TimeSpan.FromSeconds(2 * _calls / (from + root));
    }
}
