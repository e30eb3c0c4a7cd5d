namespace CallCenter.Simulation.Tests;

/// <summary>Everything that is drawn in a day comes from here, in one order: the same seed is the same day.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random _random = new(seed);

    public int Below(int limit) => _random.Next(limit);

    public long Ms(long from, long to) => _random.NextInt64(from, to + 1);

    /// <summary>Whether something happens that happens once in so many cases; 0: never.</summary>
    public bool OneIn(int cases) => cases > 0 && _random.Next(cases) == 0;

    public bool Percent(double percent) => _random.NextDouble() * 100 < percent;

    public T Of<T>(params ReadOnlySpan<T> values) => values[_random.Next(values.Length)];

    public ulong Bits() => (ulong)_random.NextInt64();

    /// <summary>A time between things that happen independently of each other.</summary>
    public long Around(long meanMs) => Math.Max(1, (long)(-Math.Log(1 - _random.NextDouble()) * meanMs));
}
