namespace CallCenter.Web.Audit;

/// <summary>Has counted repetitions written: every few seconds those whose window is over, all of them when the process stops.</summary>
internal sealed class RepetitionRounds(AuditLog audit, IHostApplicationLifetime lifetime) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The command is with the project before this returns, while the silo still runs; nobody waits for the disk.
        using var stopping = lifetime.ApplicationStopping.Register(() => _ = audit.NoteRepetitions(all: true));
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await audit.NoteRepetitions();
        }
    }
}
