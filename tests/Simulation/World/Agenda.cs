namespace CallCenter.Simulation.Tests.World;

/// <summary>What the outside is going to do, in the order of time; equal times in the order they were planned.</summary>
internal sealed class Agenda(long now)
{
    private readonly PriorityQueue<Entry, (long At, long Order)> _entries = new();
    private long _order;

    private readonly record struct Entry(Action Act, bool MayBeLost);

    /// <summary>Unix milliseconds UTC; never goes back.</summary>
    public long Now { get; set; } = now;

    public long? NextAt => _entries.TryPeek(out _, out var at) ? Math.Max(Now, at.At) : null;

    /// <param name="mayBeLost">Whether it may be forgotten while the call center is down.</param>
    public void In(long ms, Action act, bool mayBeLost = false) => _entries.Enqueue(new Entry(act, mayBeLost), (Now + ms, ++_order));

    public void DoNext()
    {
        Now = NextAt!.Value;
        _entries.Dequeue().Act();
    }

    /// <summary>
    /// Nobody is there until then. What falls into the time comes late, because it is sent again and again, or is lost where it may be.
    /// </summary>
    public void BeAway(long ms, Chance chance)
    {
        Now += ms;
        List<(Entry, (long, long))> late = [];
        while (_entries.TryPeek(out _, out var at) && at.At < Now)
        {
            _entries.TryDequeue(out var entry, out at);
            if (!entry.MayBeLost || chance.OneIn(2)) late.Add((entry, at));
        }
        _entries.EnqueueRange(late);
    }
}
