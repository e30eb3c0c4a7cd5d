using Microsoft.Extensions.Hosting;

namespace CallCenter.Silo;

/// <summary>
/// Starts and stops the silo with the process. A start that fails (folder in use, port taken, journal damaged) throws: the message
/// says what is wrong and what helps.
/// </summary>
internal sealed class SiloHost(SiloRuntimeHolder holder, SiloOptions options, SiloParts parts) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var runtime = new SiloRuntime(options, parts);
        holder.Set(runtime);
        runtime.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => holder.Started?.Stop() ?? Task.CompletedTask;
}
