using CallCenter.Load.Chance;

namespace CallCenter.Load.Callers;

/// <summary>
/// When calls begin: independent of each other and of the server (open loop). A server that stalls finds the arrivals of the stall
/// waiting, as in life; nothing is left out.
/// </summary>
/// <param name="callsPerSecond">The mean rate; more than 0.</param>
public sealed class PoissonArrivals(Random random, double callsPerSecond)
{
    private readonly TimeSpan _mean = TimeSpan.FromSeconds(1 / callsPerSecond);
    private TimeSpan _next;

    /// <summary>The time of the next arrival, counted from the start of the simulation.</summary>
    public TimeSpan Next() => _next += random.Exponential(_mean);
}
