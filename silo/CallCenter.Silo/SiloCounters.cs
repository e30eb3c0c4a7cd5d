using System.Diagnostics.Metrics;

namespace CallCenter.Silo;

/// <summary>
/// What the silo counts since its start. Plain fields, written inside the loop or by their one thread, read by anyone; published
/// under the meter <c>CallCenter.Silo</c>.
/// </summary>
public sealed class SiloCounters : IDisposable
{
    private readonly Meter _meter = new("CallCenter.Silo");

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
        Publish("sip.connections.refused", () => ConnectionsRefused);
        _meter.CreateObservableGauge("silo.calls.live", () => CallsLive);
    }

    public long Batches;
    public long LoopFailures;
    public long Events;
    public long CallsLive;
    public long CallsEnded;
    public long DatagramsIn;
    /// <summary>Datagrams dropped because the loop's queue was full.</summary>
    public long DatagramsDropped;
    /// <summary>Messages that were not SIP or malformed, answered or not.</summary>
    public long Malformed;
    public long MessagesOut;
    public long SendFailures;
    /// <summary>Requests of unknown sources, unknown accounts or with wrong credentials.</summary>
    public long Strangers;
    /// <summary>Messages ignored because their source exceeded its rate or was shut out.</summary>
    public long RateLimited;
    public long ConnectionsRefused;

    public void Dispose() => _meter.Dispose();

    private void Publish(string name, Func<long> read) => _meter.CreateObservableCounter(name, read);
}
