using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using CallCenter.Sip;
using CallCenter.Sip.Messages;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Signaling.Security;

/// <summary>What to do with a request of a known source.</summary>
internal enum KnownRequest : byte
{
    Served,

    /// <summary>Answered with 503: the first beyond the rate.</summary>
    Refused,

    Dropped,
}

/// <summary>
/// Trunks and registered phones are trusted and have limits too: a phone that subscribes again whenever it is refused asks thousands of
/// times a second. Each source address and port has a bucket for REGISTER and one for everything else that is no call. Beyond them a
/// request is answered once a minute, then dropped, what no dialog of ours can carry even before it is read; calls never are. From any
/// thread.
/// </summary>
internal sealed class KnownSourceGuard(ILogger log, SiloCounters counters)
{
    /// <summary>An office behind one proxy may register and subscribe all its phones at once.</summary>
    public const double Burst = 2_000;
    public const double PerSecond = 100;

    /// <summary>At the bound all are forgotten and begin with full buckets.</summary>
    private const int Most = 10_000;

    private const long RefuseEveryMs = 60_000;
    private const long LogEveryMs = 600_000;
    private const long NotedMs = 600_000;

    /// <summary>How long what comes is dropped before it is read; then the bucket has tokens again.</summary>
    private const long DropUnreadMs = 1_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<SipEndPoint, Source> _sources = [];
    private readonly ConcurrentDictionary<SipEndPoint, long> _unreadUntil = new();
    private volatile bool _anyUnread;
    private volatile Busy? _busy;

    /// <summary>These begin and end calls and are never limited here; nor is anything inside of a dialog.</summary>
    public static bool IsOfCalls(SipMethod method) =>
        method is SipMethod.Invite or SipMethod.Ack or SipMethod.Bye or SipMethod.Cancel;

    /// <summary>Takes a token for a request outside of all dialogs.</summary>
    public KnownRequest Take(SipMessage request, long now)
    {
        lock (_lock)
        {
            return TakeAlone(request, now);
        }
    }

    private KnownRequest TakeAlone(SipMessage request, long now)
    {
        var remote = request.Flow.Remote;
        if (!_sources.TryGetValue(remote, out var source))
        {
            if (_sources.Count >= Most)
            {
                _sources.Clear();
                _unreadUntil.Clear();
            }

            source = new Source { Registers = TokenBucket.Full(now, Burst), Others = TokenBucket.Full(now, Burst) };
            _sources.Add(remote, source);
        }

        ref var bucket = ref request.Method == SipMethod.Register ? ref source.Registers : ref source.Others;
        if (bucket.TryTake(now, Burst, PerSecond))
        {
            return KnownRequest.Served;
        }

        counters.CountKnownLimited();
        Note(source, request, now);
        if (now - source.RefusedAt < RefuseEveryMs)
        {
            return KnownRequest.Dropped;
        }

        source.RefusedAt = now;
        return KnownRequest.Refused;
    }

    /// <summary>
    /// True for a message that is dropped unread: its source is beyond its rate, and the method neither belongs to a call nor is worth a
    /// look. From any thread.
    /// </summary>
    public bool Drops(SipEndPoint remote, ReadOnlySpan<byte> message)
    {
        if (!_anyUnread || !_unreadUntil.TryGetValue(remote, out var until) || Environment.TickCount64 >= until)
        {
            return false;
        }

        var end = message.IndexOf((byte)' ');
        var method = end < 0 ? SipMethod.Unknown : SipMethods.Parse(message[..end]);
        if (method is not (SipMethod.Subscribe or SipMethod.Publish or SipMethod.Message))
        {
            return false;
        }

        counters.CountKnownLimited();
        return true;
    }

    /// <summary>Who asks too often; null when nobody did of late. From any thread.</summary>
    public string? Reason(long now) => _busy is { } busy && now - busy.At < NotedMs
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{busy.Remote} sends more than {PerSecond} {busy.Method} a second; "
            + $"{counters.KnownLimited} requests of phones and trunks dropped")
        : null;

    private void Note(Source source, SipMessage request, long now)
    {
        var remote = request.Flow.Remote;
        if (request.Method != SipMethod.Register)
        {
            _unreadUntil[remote] = Environment.TickCount64 + DropUnreadMs;
            _anyUnread = true;
        }

        if (_busy is not { } busy || busy.Remote != remote || now - busy.At > DropUnreadMs)
        {
            var method = request.Method == SipMethod.Unknown
                ? Encoding.ASCII.GetString(request.MethodToken[..Math.Min(request.MethodToken.Length, 20)]) : request.Method.Name();
            _busy = new Busy(now, remote, method);
        }

        if (now - source.LoggedAt >= LogEveryMs)
        {
            source.LoggedAt = now;
            SignalingLog.KnownLimited(log, remote.ToString(), PerSecond, _busy.Method);
        }
    }

    private sealed class Source
    {
        public TokenBucket Registers;
        public TokenBucket Others;
        public long RefusedAt = long.MinValue / 2;
        public long LoggedAt = long.MinValue / 2;
    }

    private sealed record Busy(long At, SipEndPoint Remote, string Method);
}
