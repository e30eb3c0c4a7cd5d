using CallCenter.History;
using Microsoft.Extensions.Hosting;

namespace CallCenter.Silo;

/// <summary>
/// Starts history with the process; calls never wait for it. The service provider disposes of it, after the silo has stopped.
/// </summary>
internal sealed class HistoryHost(HistoryService history) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        history.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
