using System.Net;
using CallCenter.Silo.Loop;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Signaling.Targets;

/// <summary>
/// Addresses of host names, looked up outside the loop and kept for a minute; an old answer is used while a new one is fetched.
/// Addresses written as such need no look-up. Bounded: at the bound everything is forgotten and looked up again.
/// </summary>
internal sealed class ResolvedHosts(SiloLoop loop, ILogger log)
{
    private const long FreshMs = 60_000;
    private const int Most = 1_000;
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The address that is written as such; null for a name.</summary>
    public static IPAddress? Literal(string host) => IPAddress.TryParse(host.AsSpan().Trim("[]"), out var literal) ? literal : null;

    /// <summary>The address if it is known now; inside the loop, never waits.</summary>
    public IPAddress? Known(string host, long now)
    {
        if (Literal(host) is { } literal)
        {
            return literal;
        }

        if (_entries.TryGetValue(host, out var entry))
        {
            if (now - entry.AskedAt > FreshMs && entry.Waiting is null)
            {
                Ask(host, entry, now);
            }

            return entry.Address;
        }

        return null;
    }

    /// <summary>
    /// Calls <paramref name="then"/> with the address, or null when there is none: at once if known, else later inside the loop.
    /// </summary>
    public void Find(string host, long now, Action<IPAddress?, long> then)
    {
        if (Known(host, now) is { } address)
        {
            then(address, now);
            return;
        }

        if (!_entries.TryGetValue(host, out var entry))
        {
            if (_entries.Count >= Most)
            {
                _entries.Clear();
            }

            _entries.Add(host, entry = new Entry());
        }

        if (entry.Waiting is null)
        {
            Ask(host, entry, now);
        }

        entry.Waiting!.Add(then);
    }

    private void Ask(string host, Entry entry, long now)
    {
        entry.AskedAt = now;
        entry.Waiting = [];
        _ = Task.Run(async () =>
        {
            IPAddress? found = null;
            try
            {
                using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
                var all = await Dns.GetHostAddressesAsync(host, limit.Token).ConfigureAwait(false);
                found = all.FirstOrDefault(address => address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork)
                    ?? all.FirstOrDefault();
            }
            catch (Exception failure) when (failure is System.Net.Sockets.SocketException or OperationCanceledException)
            {
                SignalingLog.NotResolved(log, host, failure.Message);
            }

            loop.Enter(new Answer(entry, found));
        });
    }

    private sealed class Entry
    {
        public IPAddress? Address;
        public long AskedAt;
        public List<Action<IPAddress?, long>>? Waiting;
    }

    private sealed class Answer(Entry entry, IPAddress? found) : LoopInput
    {
        public override void Handle(long now)
        {
            entry.Address = found ?? entry.Address;
            var waiting = entry.Waiting ?? [];
            entry.Waiting = null;
            foreach (var then in waiting)
            {
                then(entry.Address, now);
            }
        }
    }
}
