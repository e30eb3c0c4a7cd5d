using CallCenter.Abstractions.Ports;

namespace CallCenter.Silo;

/// <summary>
/// Notes how long full garbage collections stopped the process: while they do, no call is answered. An object without owner is
/// finalized after each of them, looks at the runtime's figures of the newest, and lets itself be finalized again.
/// </summary>
internal sealed class CollectionWatch
{
    private readonly Lock _gate = new();
    private long _seen;
    private int _before;
    private double _longestPauseMs;

    public CollectionWatch() => _ = new Sentinel(new WeakReference<CollectionWatch>(this));

    /// <summary>Forgets what was before: nobody called while the silo started.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            Look();
            _before = GC.CollectionCount(2);
            _longestPauseMs = 0;
        }
    }

    public MemoryHealth Read()
    {
        lock (_gate)
        {
            Look();
            return new MemoryHealth(
                GC.GetTotalMemory(forceFullCollection: false), GC.CollectionCount(2) - _before, Math.Round(_longestPauseMs, 1));
        }
    }

    private void Look()
    {
        foreach (var kind in (ReadOnlySpan<GCKind>)[GCKind.Background, GCKind.FullBlocking])
        {
            var collection = GC.GetGCMemoryInfo(kind);
            if (collection.Index > _seen)
            {
                foreach (var pause in collection.PauseDurations)
                {
                    _longestPauseMs = Math.Max(_longestPauseMs, pause.TotalMilliseconds);
                }
            }
        }

        _seen = Math.Max(GC.GetGCMemoryInfo(GCKind.Background).Index, GC.GetGCMemoryInfo(GCKind.FullBlocking).Index);
    }

    private sealed class Sentinel(WeakReference<CollectionWatch> watch)
    {
        ~Sentinel()
        {
            if (watch.TryGetTarget(out var target))
            {
                lock (target._gate)
                {
                    target.Look();
                }

                GC.ReRegisterForFinalize(this);
            }
        }
    }
}
