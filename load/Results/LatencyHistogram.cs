using System.Numerics;

namespace CallCenter.Load.Results;

/// <summary>
/// Counts durations in buckets whose width grows with the duration: 128 of them for each doubling, so a percentile is off by at most
/// 0.4 %. Durations below 128 µs are exact, longer ones than 19 hours count as that. Adding is a shift and an increment. Not thread-safe.
/// </summary>
internal sealed class LatencyHistogram
{
    private const int SubBits = 7;
    private const int SubBuckets = 1 << SubBits;
    private const int MostBits = 36;
    private const long Most = (1L << MostBits) - 1;

    private readonly long[] _counts = new long[((MostBits - SubBits) * SubBuckets) + SubBuckets];
    private double _sum;

    public long Count { get; private set; }

    /// <summary>The longest duration, exact; 0 when empty.</summary>
    public long MaxMicros { get; private set; }

    public double MeanMicros => Count == 0 ? 0 : _sum / Count;

    /// <param name="micros">A duration; below 0, which clocks of two threads can give, counts as 0.</param>
    public void Add(long micros)
    {
        micros = Math.Clamp(micros, 0, Most);
        _counts[Index(micros)]++;
        Count++;
        _sum += micros;
        if (micros > MaxMicros) MaxMicros = micros;
    }

    /// <summary>Adds all that another one counted.</summary>
    public void Add(LatencyHistogram other)
    {
        for (var i = 0; i < _counts.Length; i++) _counts[i] += other._counts[i];
        Count += other.Count;
        _sum += other._sum;
        MaxMicros = Math.Max(MaxMicros, other.MaxMicros);
    }

    public void Clear()
    {
        Array.Clear(_counts);
        (Count, _sum, MaxMicros) = (0, 0, 0);
    }

    /// <summary>The smallest duration that at least this share (0 to 1) of all does not exceed; 0 when empty.</summary>
    public long PercentileMicros(double share)
    {
        var rank = Math.Max(1, (long)Math.Ceiling(share * Count));
        long seen = 0;
        for (var i = 0; i < _counts.Length; i++)
        {
            seen += _counts[i];
            if (seen >= rank) return Math.Min(Middle(i), MaxMicros);
        }

        return 0;
    }

    private static int Index(long micros)
    {
        // How often the value has to be halved until it has no more than SubBits + 1 bits; the bits left tell the bucket.
        var shift = Math.Max(0, BitOperations.Log2((ulong)micros) - SubBits);
        return (shift << SubBits) + (int)(micros >> shift);
    }

    private static long Middle(int index)
    {
        if (index < 2 * SubBuckets) return index;
        var shift = (index >> SubBits) - 1;
        var low = (long)(index - (shift << SubBits)) << shift;
        return low + (1L << (shift - 1));
    }
}
