using Microsoft.Extensions.Hosting;

namespace CallCenter.Silo.Cluster;

/// <summary>Signals are the program's matter; it starts and stops the host of Orleans.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
