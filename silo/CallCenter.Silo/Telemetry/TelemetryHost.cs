using CallCenter.History;
using Microsoft.Extensions.Hosting;

namespace CallCenter.Silo.Telemetry;

/// <summary>Shows what the silo holds, and makes the traces of ended calls, while the host runs.</summary>
internal sealed class TelemetryHost(SiloCounters counters, SiloRuntimeHolder holder, Func<HistoryHealth> history) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        counters.Telemetry.Show(() => holder.Started, history);
        return counters.Telemetry.Traces.Write(stoppingToken);
    }
}
