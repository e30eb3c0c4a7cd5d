namespace CallCenter.Web.Audit;

/// <summary>
/// Has counted repetitions written: every few seconds those whose window is over, all of them when the process stops.
/// </summary>
internal sealed class RepetitionRounds(Lazy<AuditLog> audit) : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>Waited for before anything else stops: what is on its way to a project then needs grains and silo as they run.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken) => audit.Value.NoteRepetitions(all: true);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await audit.Value.NoteRepetitions();
        }
    }
}
