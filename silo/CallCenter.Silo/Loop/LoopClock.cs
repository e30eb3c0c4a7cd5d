namespace CallCenter.Silo.Loop;

/// <summary>
/// A loop's time: Unix milliseconds UTC that never run backwards. It runs on the monotonic clock and follows the wall clock, so
/// that a corrected wall clock neither fires every timer at once nor stops them: forward steps are taken, backward steps are
/// made up by running at half speed.
/// </summary>
public sealed class LoopClock
{
    private const long FollowEveryMs = 1_000;
    private readonly TimeProvider _time;
    private volatile Anchor _anchor;

    /// <param name="notBefore">The newest time in the journal: the wall clock may have been put back while the silo was down.</param>
    public LoopClock(TimeProvider time, long notBefore = 0)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
        var wall = WallMs;
        _anchor = new Anchor(Math.Max(wall, notBefore), time.GetTimestamp(), notBefore > wall);
    }

    private long WallMs => _time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Reads the time and follows the wall clock. Only inside the loop.</summary>
    public long Read()
    {
        var anchor = _anchor;
        var now = anchor.Now(_time);
        if (now - anchor.Ms >= FollowEveryMs)
        {
            var wall = WallMs;
            now = Math.Max(now, wall);
            _anchor = new Anchor(now, _time.GetTimestamp(), now > wall);
        }

        return now;
    }

    /// <summary>Reads the time from any thread.</summary>
    public long Peek() => _anchor.Now(_time);

    private sealed record Anchor(long Ms, long Stamp, bool Slow)
    {
        public long Now(TimeProvider time)
        {
            var passed = (long)time.GetElapsedTime(Stamp).TotalMilliseconds;
            return Ms + (Slow ? passed / 2 : passed);
        }
    }
}
