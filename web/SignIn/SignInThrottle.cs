using System.Net;
using CallCenter.Web.Guard;

namespace CallCenter.Web.SignIn;

/// <summary>
/// Slows guessing of passwords down. An attempt is counted before the password is looked at, so that many at once gain nothing, and taken
/// back when it fits. Three counters: source and name together, the source alone, the name alone. Beyond its free attempts each
/// doubles the wait; the wait for a name alone stays short, so that nobody can lock a colleague out from elsewhere.
/// Thread-safe.
/// </summary>
/// <remarks>At <see cref="MostEntries"/> counters those that are over go; if none is, new sources and names have to wait.</remarks>
public sealed class SignInThrottle(TimeProvider time)
{
    public const int MostEntries = 30_000;

    private static readonly Limit Pair = new(5, TimeSpan.FromMinutes(15));
    private static readonly Limit Source = new(30, TimeSpan.FromMinutes(15));
    private static readonly Limit Name = new(50, TimeSpan.FromSeconds(30));
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Source, string Name), Counter> _counters = [];
    private DateTimeOffset _fullUntil;

    /// <summary>Begins an attempt.</summary>
    /// <returns>Null when it may go on; otherwise how long to wait, and the attempt is not counted.</returns>
    public TimeSpan? Begin(IPAddress? source, string name)
    {
        var now = time.GetUtcNow();
        var keys = Keys(source, name);
        lock (_lock)
        {
            if (_counters.Count + keys.Length > MostEntries && !MakeRoom(now))
            {
                return FirstWait;
            }

            var wait = keys.Max(key => Wait(key.Key, now));
            if (wait > TimeSpan.Zero)
            {
                return wait;
            }

            foreach (var (key, limit) in keys)
            {
                Count(key, limit, now);
            }

            return null;
        }
    }

    /// <summary>The password fitted: this name is forgotten at this source, and the attempt is taken back from the others.</summary>
    public void Succeeded(IPAddress? source, string name)
    {
        lock (_lock)
        {
            var keys = Keys(source, name);
            _counters.Remove(keys[0].Key);
            foreach (var (key, _) in keys[1..])
            {
                if (_counters.TryGetValue(key, out var counter))
                {
                    _counters[key] = counter with { Attempts = counter.Attempts - 1 };
                }
            }
        }
    }

    private TimeSpan Wait((string, string) key, DateTimeOffset now) =>
        _counters.TryGetValue(key, out var counter) && counter.FreeAt > now ? counter.FreeAt - now : TimeSpan.Zero;

    private void Count((string, string) key, Limit limit, DateTimeOffset now)
    {
        var before = _counters.TryGetValue(key, out var counter) && now - counter.LastAt < Forgotten ? counter.Attempts : 0;
        var attempts = before + 1;
        var over = attempts - limit.Free;
        var wait = over < 0 ? TimeSpan.Zero : Shorter(limit.Longest, FirstWait * Math.Pow(2, Math.Min(over, 16)));
        _counters[key] = new Counter(attempts, now, now + wait);
    }

    // A full table is looked through once a second, not at every attempt: whoever filled it would have us do that.
    private bool MakeRoom(DateTimeOffset now)
    {
        if (now < _fullUntil) return false;
        foreach (var key in _counters.Where(entry => now - entry.Value.LastAt >= Forgotten).Select(entry => entry.Key).ToList())
        {
            _counters.Remove(key);
        }

        if (_counters.Count + 3 <= MostEntries) return true;
        _fullUntil = now + LookAgain;
        return false;
    }

    private static ((string, string) Key, Limit Limit)[] Keys(IPAddress? source, string name)
    {
        var (from, who) = (SourceNetwork.Of(source), name.Trim().ToUpperInvariant());
        return [((from, who), Pair), ((from, ""), Source), (("", who), Name)];
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private sealed record Limit(int Free, TimeSpan Longest);

    private readonly record struct Counter(int Attempts, DateTimeOffset LastAt, DateTimeOffset FreeAt);
}
