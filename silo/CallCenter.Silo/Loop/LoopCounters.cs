using CallCenter.Silo.Telemetry;

namespace CallCenter.Silo.Loop;

/// <summary>What one loop counts since its start. Plain fields: written inside the loop, read by anyone.</summary>
public sealed class LoopCounters
{
    internal LoopCounters(SiloTelemetry telemetry) => Telemetry = telemetry;

    public long Batches { get; set; }
    public long LoopFailures { get; set; }
    public long Events { get; set; }
    public long CallsLive { get; set; }
    public long CallsEnded { get; set; }
    /// <summary>Messages that were malformed, answered or not.</summary>
    public long Malformed { get; set; }
    public long MessagesOut { get; set; }
    public long SendFailures { get; set; }
    /// <summary>Requests of unknown sources, unknown accounts or with wrong credentials.</summary>
    public long Strangers { get; set; }
    /// <summary>Messages ignored because their source exceeded its rate or was shut out.</summary>
    public long RateLimited { get; set; }
    /// <summary>Calls of trunks that were refused, more of them than are recorded.</summary>
    public long CallsUnrecorded { get; set; }

    /// <summary>What is measured beside the counts.</summary>
    internal SiloTelemetry Telemetry { get; }

    /// <summary>What ends when the present batch is sent.</summary>
    internal UnsentTimes Unsent { get; } = new();
}
