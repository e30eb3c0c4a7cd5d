namespace CallCenter.Load.Results.Board;

/// <summary>What all followers of a run measured together. Thread-safe.</summary>
internal sealed class BoardDelays
{
    private readonly Lock _gate = new();
    private readonly LatencyHistogram _delays = new();
    private RunWindow? _window;
    private long _messages;
    private long _bytes;
    private long _gaps;
    private long _unreadable;
    private int _broken;

    public long Messages => Interlocked.Read(ref _messages);

    /// <summary>From now on delays of this time count.</summary>
    public void Measure(RunWindow window)
    {
        lock (_gate) _window = window;
    }

    public void Received(int bytes) => Interlocked.Add(ref _bytes, bytes);

    /// <summary>A delta came; its delay counts in the measured part of the run.</summary>
    public void Delta(long oldestChangeMicros, long nowMicros, bool isGap)
    {
        lock (_gate)
        {
            _messages++;
            if (isGap) _gaps++;
            if (_window?.Contains(nowMicros) == true) _delays.Add(nowMicros - oldestChangeMicros);
        }
    }

    /// <summary>A message did not say what it should: the protocol has changed.</summary>
    public void Unreadable() => Interlocked.Increment(ref _unreadable);

    public void Broken() => Interlocked.Increment(ref _broken);

    public BoardResult Result(int followers)
    {
        lock (_gate)
        {
            return new BoardResult(
                followers, _messages, Interlocked.Read(ref _bytes), _gaps, Interlocked.Read(ref _unreadable), Volatile.Read(ref _broken),
                LatencyResult.Of("event → board", _delays));
        }
    }
}
