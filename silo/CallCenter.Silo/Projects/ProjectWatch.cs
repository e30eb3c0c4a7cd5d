using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Projects;

/// <summary>
/// Looks every second whether the registry has other projects than those that run, and makes them run; also whether a removed one has
/// finished its last call.
/// </summary>
internal sealed class ProjectWatch(SiloRuntimeHolder holder, ProjectRegistry registry, ILogger<ProjectWatch> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery);
        string? problem = null;
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                registry.ReadChanged();
                holder.Started?.Follow(registry.All);
                problem = null;
            }
            catch (Exception failure) when (failure is RegistryDamagedException or IOException or UnauthorizedAccessException)
            {
                // What runs goes on; said once.
                if (problem != failure.Message)
                {
                    ProjectLog.RegistryUnreadable(log, failure.Message);
                }

                problem = failure.Message;
            }
        }
    }
}
