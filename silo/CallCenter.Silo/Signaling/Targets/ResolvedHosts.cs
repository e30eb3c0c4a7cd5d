using System.Net;
using System.Net.Sockets;
using CallCenter.Silo.Loop;
using CallCenter.Sip;
using CallCenter.Sip.Messages;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Signaling.Targets;

/// <summary>
/// Servers and addresses of host names, looked up beside the loops and kept as long as the DNS says, within bounds; an old answer is used
/// while a new one is fetched. Addresses written as such need no look-up. Bounded: at the bound everything is forgotten and looked up
/// again. From any loop.
/// </summary>
internal sealed class ResolvedHosts(ServerSearch search, ILogger log)
{
    private const long LeastFreshMs = 5_000;
    private const long MostFreshMs = 3_600_000;
    private const int Most = 1_000;
    private readonly Lock _lock = new();
    private readonly Dictionary<HostQuestion, Entry> _entries = [];

    /// <summary>The address that is written as such; null for a name.</summary>
    public static IPAddress? Literal(string host) => IPAddress.TryParse(host.AsSpan().Trim("[]"), out var literal) ? literal : null;

    /// <summary>The address of a name if it is known now; never waits.</summary>
    public IPAddress? Known(string host, long now)
    {
        if (Literal(host) is { } literal)
        {
            return literal;
        }

        lock (_lock)
        {
            return Ask(new HostQuestion(Key(host), 5060, null), now).Servers is [var server, ..] ? server.Addresses[0].Address : null;
        }
    }

    /// <summary>
    /// Calls <paramref name="then"/> with the ways to a URI in the order in which they are to be tried, none where there is none: at once
    /// if they are known, else later inside the loop.
    /// </summary>
    /// <param name="chance">Drawn from outside: decides between servers of the same priority.</param>
    public void Find(SipUri uri, ulong chance, ProjectLoop loop, long now, Action<List<SipFlow>, long> then)
    {
        if (Literal(uri.Host) is { } literal)
        {
            then([new SipFlow(Flows.TransportTo(uri), new SipEndPoint(literal, uri.PortOrDefault))], now);
            return;
        }

        IReadOnlyList<ServerRecord> servers;
        SipTransport? transport = uri.Transport is SipTransport.Tcp or SipTransport.Tls ? uri.Transport : null;
        lock (_lock)
        {
            var entry = Ask(new HostQuestion(Key(uri.Host), uri.Port, transport), now);
            if (entry.Servers is null)
            {
                entry.Waiting!.Add(new Waiter(loop, chance, then));
                return;
            }

            servers = entry.Servers;
        }

        then(ServerOrder.Of(servers, chance), now);
    }

    private static string Key(string host) => host.ToLowerInvariant();

    /// <summary>What is known, asked for anew where it is not fresh. Under the lock.</summary>
    private Entry Ask(HostQuestion question, long now)
    {
        if (!_entries.TryGetValue(question, out var entry))
        {
            if (_entries.Count >= Most)
            {
                _entries.Clear();
            }

            _entries.Add(question, entry = new Entry());
        }

        if (now >= entry.FreshUntil && entry.Waiting is null)
        {
            entry.Waiting = [];
            _ = Task.Run(() => Search(question, entry, now));
        }

        return entry;
    }

    private async Task Search(HostQuestion question, Entry entry, long asked)
    {
        LocatedServers? found = null;
        try
        {
            found = await search.Locate(question).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is SocketException or OperationCanceledException or ArgumentException)
        {
            SignalingLog.NotResolved(log, question.Host, failure.Message);
        }

        var isAny = found is { Records.Count: > 0 };
        var fresh = isAny ? (long)found!.FreshFor.TotalMilliseconds : LeastFreshMs;
        IReadOnlyList<ServerRecord> servers;
        List<Waiter> waiting;
        lock (_lock)
        {
            servers = entry.Servers = isAny ? found!.Records : entry.Servers ?? [];
            entry.FreshUntil = asked + Math.Clamp(fresh, LeastFreshMs, MostFreshMs);
            waiting = entry.Waiting ?? [];
            entry.Waiting = null;
        }

        foreach (var one in waiting)
        {
            one.Loop.Enter(new Answer(one, servers));
        }
    }

    private sealed class Entry
    {
        /// <summary>Null until the first answer.</summary>
        public IReadOnlyList<ServerRecord>? Servers;
        public long FreshUntil;
        public List<Waiter>? Waiting;
    }

    private sealed record Waiter(ProjectLoop Loop, ulong Chance, Action<List<SipFlow>, long> Then);

    private sealed class Answer(Waiter waiter, IReadOnlyList<ServerRecord> servers) : LoopInput
    {
        public override void Handle(long now) => waiter.Then(ServerOrder.Of(servers, waiter.Chance), now);
    }
}
