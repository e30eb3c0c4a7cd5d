using System.Collections.Concurrent;
using System.Net.Sockets;

namespace CallCenter.Load.Transport;

/// <summary>
/// The one thread everything simulated runs on: datagrams, timers and posted work, one after another, so no phone or caller needs a
/// lock. Thousands of calls cost one timer heap, not a task or timer each. A turn: 1. timers that are due; 2. posted work; 3. wait for
/// the sockets, at most until the next timer; 4. empty those that have something.
/// </summary>
/// <remarks>
/// Nothing queues inside: when the loop is behind, datagrams wait in the sockets' buffers and beyond these are dropped by the system;
/// their senders retransmit. Timers fire up to a millisecond late, the resolution of the system's wait.
/// </remarks>
public sealed class SimulationLoop(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly ConcurrentQueue<Action> _posted = new();
    private readonly WakeUp _wakeUp = new();
    private readonly List<UdpChannel> _channels = [];
    private readonly List<Socket> _readable = [];
    private readonly PriorityQueue<LoopTimer, (TimeSpan Due, long Order)> _timers = new();
    private readonly long _started = time.GetTimestamp();
    private readonly DateTimeOffset _startedAt = time.GetUtcNow();
    private readonly List<ITicking> _ticking = [];
    private long _timerCount;
    private bool _ended;

    /// <summary>Time since the loop was made.</summary>
    public TimeSpan Now => time.GetElapsedTime(_started);

    /// <summary><see cref="Now"/> as a time of day; steady where the system's clock is set meanwhile.</summary>
    public DateTimeOffset UtcNow => _startedAt + Now;

    /// <summary><see cref="UtcNow"/> in microseconds since the Unix epoch. From any thread.</summary>
    public long NowMicros => MicrosAt(Now);

    /// <summary><see cref="Now"/> in whole milliseconds, as the SIP stack counts.</summary>
    public long NowMs => (long)Now.TotalMilliseconds;

    /// <summary>A time of <see cref="Now"/> in microseconds since the Unix epoch.</summary>
    public long MicrosAt(TimeSpan now) =>
        (_startedAt - DateTimeOffset.UnixEpoch + now).Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>Runs work on the loop's thread as soon as possible; from any thread.</summary>
    public void Post(Action work)
    {
        _posted.Enqueue(work);
        _wakeUp.Ring();
    }

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

    /// <summary>Receives from this socket. Before the loop runs, or on its thread.</summary>
    internal void Add(UdpChannel channel) => _channels.Add(channel);

    /// <summary>Receives from it no more.</summary>
    internal void Remove(UdpChannel channel) => _channels.Remove(channel);

    /// <summary>Ends <see cref="Run"/> after the work in hand. Only from the loop's thread.</summary>
    public void End() => _ended = true;

    /// <summary>Handles everything on the calling thread until <see cref="End"/>; may be called again to go on.</summary>
    public void Run()
    {
        _ended = false;
        while (!_ended)
        {
            var untilNext = FireDueTimers();
            _wakeUp.Answer();
            while (!_ended && _posted.TryDequeue(out var work))
            {
                work();
                untilNext = TimeSpan.Zero;
            }

            if (!_ended)
            {
                WaitAndReceive(untilNext);
            }
        }
    }

    public void Dispose() => _wakeUp.Dispose();

    private void WaitAndReceive(TimeSpan atMost)
    {
        _readable.Clear();
        _readable.Add(_wakeUp.Socket);
        foreach (var channel in _channels)
        {
            _readable.Add(channel.Socket);
        }

        Socket.Select(_readable, null, null, (int)atMost.TotalMicroseconds);
        if (_readable.Count == 0)
        {
            return;
        }

        // A handler may close a channel, so this goes by place and backwards.
        for (var i = _channels.Count - 1; i >= 0 && !_ended; i--)
        {
            if (i < _channels.Count && _readable.Contains(_channels[i].Socket))
            {
                _channels[i].Receive();
            }
        }
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

        // Rounded up to the resolution of the wait, so that the loop does not spin through the last fraction of a millisecond.
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
}
