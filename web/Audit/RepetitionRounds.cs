namespace CallCenter.Web.Audit;

/// <summary>Has counted repetitions written: every few seconds those whose window is over, all of them when the process stops.</summary>
internal sealed class RepetitionRounds(Lazy<AuditLog> audit, IHostApplicationLifetime lifetime) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // On its way to the project while grains and silo still run, and nobody waits for the disk.
        using var stopping = lifetime.ApplicationStopping.Register(() => _ = audit.Value.NoteRepetitions(all: true));
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await audit.Value.NoteRepetitions();
        }
    }
}
