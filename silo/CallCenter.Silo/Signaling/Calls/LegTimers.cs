namespace CallCenter.Silo.Signaling.Calls;

/// <summary>
/// Coarse timers of legs, in minutes rather than milliseconds: session refresh and expiry, repeated ringing. Legs lie in buckets of
/// two seconds, one bucket each, so that setting and removing cost the same with ten thousand calls.
/// </summary>
internal sealed class LegTimers(Action<SipLeg, long> due)
{
    private const long BucketMs = 2_000;
    private readonly Dictionary<long, HashSet<SipLeg>> _buckets = [];
    private readonly PriorityQueue<long, long> _order = new();

    public long NextDue => _order.TryPeek(out var bucket, out _) ? bucket * BucketMs : long.MaxValue;

    /// <summary>The leg is due at this time (at most one bucket later) instead of any earlier setting.</summary>
    public void Set(SipLeg leg, long at)
    {
        Remove(leg);
        var bucket = (at / BucketMs) + 1;
        if (!_buckets.TryGetValue(bucket, out var legs))
        {
            _buckets.Add(bucket, legs = []);
            _order.Enqueue(bucket, bucket);
        }

        legs.Add(leg);
        leg.DueBucket = bucket;
    }

    public void Remove(SipLeg leg)
    {
        if (leg.DueBucket != 0)
        {
            _buckets[leg.DueBucket].Remove(leg);
            leg.DueBucket = 0;
        }
    }

    public void Fire(long now)
    {
        while (NextDue <= now)
        {
            var bucket = _order.Dequeue();
            _buckets.Remove(bucket, out var legs);
            foreach (var leg in legs!)
            {
                leg.DueBucket = 0;
            }

            foreach (var leg in legs)
            {
                due(leg, now);
            }
        }
    }
}
