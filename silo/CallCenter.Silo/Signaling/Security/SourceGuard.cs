using CallCenter.Sip;

namespace CallCenter.Silo.Signaling.Security;

/// <summary>
/// Keeps strangers cheap. Every source address has two token buckets: one for requests that we challenge or refuse (a storm is
/// ignored, not answered), one for failures (wrong credentials, unknown accounts, calls from nowhere). Who empties the second is
/// shut out for a while, each time longer. The table is bounded; when it is full the source that has been quiet longest makes room.
/// From any loop.
/// </summary>
internal sealed class SourceGuard
{
    /// <summary>
    /// A whole office behind one address may register 600 phones at once: who proves himself gives the token back, so only
    /// challenges that nobody answers drain the bucket.
    /// </summary>
    private const double RequestBurst = 600;
    private const double RequestsPerSecond = 5;
    private const double FailureBurst = 20;
    private const double FailuresPerSecond = 0.2;
    private const long FirstShutOutMs = 60_000;
    private const long LongestShutOutMs = 3_600_000;
    private const long ForgetMs = 2 * LongestShutOutMs;
    private readonly Lock _lock = new();
    private readonly int _most;
    private readonly Dictionary<UInt128, Source> _sources = [];

    public SourceGuard(int most = 20_000) => _most = most;

    public int Count => _sources.Count;

    /// <summary>True while the address is ignored.</summary>
    public bool IsShutOut(SipEndPoint remote, long now)
    {
        lock (_lock)
        {
            return _sources.TryGetValue(remote.AddressKey, out var source) && now < source.ShutOutUntil;
        }
    }

    /// <summary>Takes a token for an answer to an unproven request; false: do not answer.</summary>
    public bool MayAnswer(SipEndPoint remote, long now)
    {
        lock (_lock)
        {
            return Find(remote, now).Requests.TryTake(now, RequestBurst, RequestsPerSecond);
        }
    }

    /// <summary>Notes a failure; true when the address is shut out from now on.</summary>
    public bool Failed(SipEndPoint remote, long now)
    {
        lock (_lock)
        {
            var source = Find(remote, now);
            if (source.Failures.TryTake(now, FailureBurst, FailuresPerSecond))
            {
                return false;
            }

            source.ShutOutMs = Math.Min(LongestShutOutMs, Math.Max(FirstShutOutMs, source.ShutOutMs * 2));
            source.ShutOutUntil = now + source.ShutOutMs;
            source.Failures = TokenBucket.Full(now, FailureBurst);
            return true;
        }
    }

    /// <summary>A request of this address proved itself: the token of its challenge is given back.</summary>
    public void Proved(SipEndPoint remote, long now)
    {
        lock (_lock)
        {
            if (_sources.TryGetValue(remote.AddressKey, out var source))
            {
                source.Requests.GiveBack(RequestBurst);
                source.LastSeen = now;
            }
        }
    }

    private Source Find(SipEndPoint remote, long now)
    {
        if (!_sources.TryGetValue(remote.AddressKey, out var source))
        {
            if (_sources.Count >= _most)
            {
                MakeRoom(now);
            }

            source = new Source { Requests = TokenBucket.Full(now, RequestBurst), Failures = TokenBucket.Full(now, FailureBurst) };
            _sources.Add(remote.AddressKey, source);
        }

        source.LastSeen = now;
        return source;
    }

    /// <summary>Forgets the quieter half, at once: amortised it costs nothing per source.</summary>
    private void MakeRoom(long now)
    {
        var byAge = _sources.Where(pair => now >= pair.Value.ShutOutUntil || now - pair.Value.LastSeen > ForgetMs)
            .OrderBy(pair => pair.Value.LastSeen).Take(_most / 2).Select(pair => pair.Key).ToList();
        if (byAge.Count == 0)
        {
            _sources.Clear();
        }

        foreach (var key in byAge)
        {
            _sources.Remove(key);
        }
    }

    private sealed class Source
    {
        public TokenBucket Requests;
        public TokenBucket Failures;
        public long LastSeen;
        public long ShutOutUntil;
        public long ShutOutMs;
    }
}
