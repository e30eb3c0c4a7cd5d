using CallCenter.Abstractions;
using Dapper;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CallCenter.History;

/// <summary>Deletes entries of the audit log that are older than they are kept, once an hour, a few thousand at a time.</summary>
internal sealed class AuditRetention(NpgsqlDataSource database, TimeSpan keep, TimeProvider time, ILogger logger)
{
    private const int MostAtOnce = 5_000;
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Runs until cancelled.</summary>
    public async Task Run(Func<IReadOnlyList<ProjectId>> projects, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Every);
        do
        {
            try
            {
                foreach (var project in projects())
                {
                    await Forget(project, cancellation).ConfigureAwait(false);
                }
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                logger.AuditNotForgotten(failure.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false));
    }

    /// <summary>Deletes what is too old now.</summary>
    public async Task Forget(ProjectId project, CancellationToken cancellation)
    {
        var before = (time.GetUtcNow() - keep).UtcDateTime;
        var (forgotten, last) = (0, MostAtOnce);
        await using var connection = await database.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        while (last == MostAtOnce)
        {
            last = await connection.ExecuteAsync(new CommandDefinition(
                """
                DELETE FROM audit WHERE project = @Project AND sequence IN (
                    SELECT sequence FROM audit WHERE project = @Project AND at < @before ORDER BY at, sequence LIMIT @MostAtOnce)
                """,
                new { Project = project.Value, before, MostAtOnce },
                cancellationToken: cancellation)).ConfigureAwait(false);
            forgotten += last;
        }
        if (forgotten > 0)
        {
            logger.AuditForgotten(forgotten, (int)keep.TotalDays);
        }
    }
}
