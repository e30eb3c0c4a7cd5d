using CallCenter.Silo.Telemetry;

namespace CallCenter.Silo;

/// <summary>
/// What the silo counts since its start. Plain fields, written inside the loop or by their one thread, read by anyone; shown to the outside
/// by <see cref="SiloTelemetry"/>.
/// </summary>
public sealed class SiloCounters : IDisposable
{
    private long _connectionsRefused;
    private long _knownLimited;

    public SiloCounters() => Telemetry = new SiloTelemetry(this);

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
    /// <summary>Calls of trunks that were refused, more of them than are recorded.</summary>
    public long CallsUnrecorded { get; set; }
    /// <summary>Requests of trunks and registered phones that were not served because their source exceeded its rate.</summary>
    public long KnownLimited => Interlocked.Read(ref _knownLimited);
    public long ConnectionsRefused => Interlocked.Read(ref _connectionsRefused);

    /// <summary>From any thread.</summary>
    public void CountKnownLimited() => Interlocked.Increment(ref _knownLimited);

    /// <summary>From any thread.</summary>
    public void CountRefusedConnection() => Interlocked.Increment(ref _connectionsRefused);

    public void Dispose() => Telemetry.Dispose();

    /// <summary>What is measured beside the counts.</summary>
    internal SiloTelemetry Telemetry { get; }
}
