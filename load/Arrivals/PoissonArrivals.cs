using CallCenter.Load.Chance;

namespace CallCenter.Load.Arrivals;

/// <summary>Calls of many people who know nothing of each other.</summary>
/// <param name="callsPerSecond">The mean rate; more than 0.</param>
public sealed class PoissonArrivals(Random random, double callsPerSecond) : IArrivals
{
    private readonly TimeSpan _mean = TimeSpan.FromSeconds(1 / callsPerSecond);
    private TimeSpan _next;

    /// <summary>The time of the next arrival, counted from the start of the simulation.</summary>
    public TimeSpan Next() => _next += random.Exponential(_mean);

    TimeSpan? IArrivals.Next() => Next();
}
