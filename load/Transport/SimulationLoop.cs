using System.Collections.Concurrent;

namespace CallCenter.Load.Transport;

/// <summary>
/// The one thread everything simulated runs on: datagrams, timers and posted work, one after another, so no phone or caller needs a
/// lock. Thousands of calls cost one timer heap, not a task or timer each.
/// </summary>
/// <remarks>
/// The inbox is bounded: when the loop falls behind by <see cref="MaxInbox"/> entries, further datagrams are dropped and counted, as a
/// full socket buffer would do; their senders retransmit.
/// </remarks>
public sealed class SimulationLoop(TimeProvider time) : IDisposable
{
    public const int MaxInbox = 65_536;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly BlockingCollection<InboxEntry> _inbox = new(MaxInbox);
    private readonly PriorityQueue<LoopTimer, (TimeSpan Due, long Order)> _timers = new();
    private readonly long _started = time.GetTimestamp();
    private readonly DateTimeOffset _startedAt = time.GetUtcNow();
    private readonly List<ITicking> _ticking = [];
    private long _timerCount;
    private long _dropped;
    private bool _ended;

    /// <summary>Time since the loop was made.</summary>
    public TimeSpan Now => time.GetElapsedTime(_started);

    /// <summary><see cref="Now"/> as a time of day; steady where the system's clock is set meanwhile.</summary>
    public DateTimeOffset UtcNow => _startedAt + Now;

    /// <summary><see cref="Now"/> in whole milliseconds, as the SIP stack counts.</summary>
    public long NowMs => (long)Now.TotalMilliseconds;

    /// <summary>Datagrams dropped because the loop was behind.</summary>
    public long Dropped => Volatile.Read(ref _dropped);

    /// <summary>Runs work on the loop's thread as soon as possible; from any thread.</summary>
    public void Post(Action work) => _inbox.Add(new InboxEntry(work, null, default));

    /// <summary>
    /// Calls <paramref name="action"/> after this delay, unless cancelled. Only from the loop's thread, or before it runs.
    /// </summary>
    public LoopTimer After(TimeSpan delay, Action action) => At(Now + delay, action);

    /// <summary>Calls <paramref name="action"/> at this time of <see cref="Now"/>; at once when it is over.</summary>
    public LoopTimer At(TimeSpan due, Action action)
    {
        var timer = new LoopTimer(action);
        _timers.Enqueue(timer, (due, _timerCount++));
        return timer;
    }

    /// <summary>Adds something that keeps timers of its own. Only before the loop runs.</summary>
    internal void Add(ITicking ticking) => _ticking.Add(ticking);

    /// <summary>Ends <see cref="Run"/> after the work in hand. Only from the loop's thread.</summary>
    public void End() => _ended = true;

    /// <summary>Handles everything on the calling thread until <see cref="End"/>; may be called again to go on.</summary>
    public void Run()
    {
        _ended = false;
        while (!_ended)
        {
            var untilNext = FireDueTimers();
            if (!_ended && _inbox.TryTake(out var entry, untilNext))
            {
                Handle(entry);
            }
        }
    }

    public void Dispose() => _inbox.Dispose();

    /// <summary>Hands a datagram to the loop; from a receiving thread.</summary>
    internal void Deliver(UdpChannel channel, in Datagram datagram)
    {
        if (!_inbox.TryAdd(new InboxEntry(null, channel, datagram)))
        {
            Interlocked.Increment(ref _dropped);
            datagram.Return();
        }
    }

    private static void Handle(in InboxEntry entry)
    {
        if (entry.Channel is null)
        {
            entry.Work!();
            return;
        }

        entry.Channel.Handle(entry.Datagram);
        entry.Datagram.Return();
    }

    /// <summary>Fires what is due and returns the time until the next timer.</summary>
    private TimeSpan FireDueTimers()
    {
        var untilNext = LongestWait;
        while (!_ended && _timers.TryPeek(out var timer, out var place))
        {
            var rest = place.Due - Now;
            if (rest > TimeSpan.Zero && !timer.IsCancelled)
            {
                untilNext = rest;
                break;
            }

            _timers.Dequeue();
            timer.Fire();
        }

        foreach (var ticking in _ticking)
        {
            var rest = Tick(ticking);
            untilNext = rest < untilNext ? rest : untilNext;
        }

        // Rounded up to the inbox's resolution, so that the loop does not spin through the last fraction of a millisecond.
        return untilNext >= LongestWait ? LongestWait : TimeSpan.FromMilliseconds(Math.Ceiling(untilNext.TotalMilliseconds));
    }

    private TimeSpan Tick(ITicking ticking)
    {
        var nowMs = NowMs;
        if (ticking.NextDueMs <= nowMs)
        {
            ticking.Tick(nowMs);
        }

        return ticking.NextDueMs == long.MaxValue ? LongestWait : TimeSpan.FromMilliseconds(Math.Max(0, ticking.NextDueMs - nowMs));
    }

    private readonly record struct InboxEntry(Action? Work, UdpChannel? Channel, Datagram Datagram);
}
