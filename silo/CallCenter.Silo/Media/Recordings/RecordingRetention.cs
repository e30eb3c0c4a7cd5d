using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Ports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Media.Recordings;

/// <summary>
/// Deletes recordings that are older than their project keeps them, once an hour; history and the audit log are told. Nothing is deleted
/// for want of room: that is an alarm.
/// </summary>
internal sealed class RecordingRetention(
    IProjects projects, SiloRuntimeHolder holder, SiloOptions options, TimeProvider time, ILogger<RecordingRetention> log)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    private readonly RecordingFolder _folder = new(DataFolders.RecordingsOf(options.DataFolder));

    /// <summary>Deletes what is too old now.</summary>
    public async Task Forget(ProjectId project)
    {
        var (_, document) = await projects.Configuration(project).ConfigureAwait(false);
        var days = document.Recording.KeepDays;
        var deleted = 0;
        foreach (var (path, call, conversation) in _folder.OlderThan(project, time.GetUtcNow() - TimeSpan.FromDays(days)).ToList())
        {
            // First known, then done: a process that dies in between does both again.
            await projects.Send(project, new NoteRecordingDeleted(call, conversation)).ConfigureAwait(false);
            RecordingFolder.Delete(path);
            deleted++;
        }

        if (deleted > 0)
        {
            var program = new AuditActor(ActorKind.Program, null, null, null, null);
            await projects.Send(project, new NoteAudit(new AuditEntry(
                AuditKind.RecordingsDeleted, program, Detail: $"{days}", Times: deleted))).ConfigureAwait(false);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            foreach (var project in holder.Started?.Projects.All ?? [])
            {
                try
                {
                    await Forget(project.Id).ConfigureAwait(false);
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    MediaLog.NotForgotten(log, project.Id.Value, failure.Message);
                }
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }
}
