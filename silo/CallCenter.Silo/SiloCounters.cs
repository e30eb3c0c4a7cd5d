using System.Diagnostics.Metrics;

namespace CallCenter.Silo;

/// <summary>
/// What the silo counts since its start. Plain fields, written inside the loop or by their one thread, read by anyone; published
/// under the meter <c>CallCenter.Silo</c>.
/// </summary>
public sealed class SiloCounters : IDisposable
{
    private readonly Meter _meter = new("CallCenter.Silo");
    private long _connectionsRefused;
    private long _knownLimited;

    public SiloCounters()
    {
        Publish("silo.batches", () => Batches);
        Publish("silo.loop.failures", () => LoopFailures);
        Publish("silo.journal.events", () => Events);
        Publish("silo.calls.ended", () => CallsEnded);
        Publish("sip.datagrams.in", () => DatagramsIn);
        Publish("sip.datagrams.dropped", () => DatagramsDropped);
        Publish("sip.malformed", () => Malformed);
        Publish("sip.messages.out", () => MessagesOut);
        Publish("sip.send.failures", () => SendFailures);
        Publish("sip.strangers", () => Strangers);
        Publish("sip.rate.limited", () => RateLimited);
        Publish("sip.known.limited", () => KnownLimited);
        Publish("sip.connections.refused", () => ConnectionsRefused);
        _meter.CreateObservableGauge("silo.calls.live", () => CallsLive);
    }

    public long Batches { get; set; }
    public long LoopFailures { get; set; }
    public long Events { get; set; }
    public long CallsLive { get; set; }
    public long CallsEnded { get; set; }
    public long DatagramsIn { get; set; }
    /// <summary>Datagrams dropped because the loop's queue was full.</summary>
    public long DatagramsDropped { get; set; }
    /// <summary>Messages that were not SIP or malformed, answered or not.</summary>
    public long Malformed { get; set; }
    public long MessagesOut { get; set; }
    public long SendFailures { get; set; }
    /// <summary>Requests of unknown sources, unknown accounts or with wrong credentials.</summary>
    public long Strangers { get; set; }
    /// <summary>Messages ignored because their source exceeded its rate or was shut out.</summary>
    public long RateLimited { get; set; }
    /// <summary>Requests of trunks and registered phones that were not served because their source exceeded its rate.</summary>
    public long KnownLimited => Interlocked.Read(ref _knownLimited);
    public long ConnectionsRefused => Interlocked.Read(ref _connectionsRefused);

    /// <summary>From any thread.</summary>
    public void CountKnownLimited() => Interlocked.Increment(ref _knownLimited);

    /// <summary>From any thread.</summary>
    public void CountRefusedConnection() => Interlocked.Increment(ref _connectionsRefused);

    public void Dispose() => _meter.Dispose();

    private void Publish(string name, Func<long> read) => _meter.CreateObservableCounter(name, read);
}
