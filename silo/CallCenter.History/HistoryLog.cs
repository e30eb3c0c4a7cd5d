using Microsoft.Extensions.Logging;

namespace CallCenter.History;

/// <summary>Every log line of history.</summary>
internal static partial class HistoryLog
{
    [LoggerMessage(1, LogLevel.Information, "History is ready: {Server}, {Migrations} migrations applied.")]
    public static partial void HistoryReady(this ILogger logger, string server, int migrations);

    [LoggerMessage(2, LogLevel.Warning, "History is not available, calls go on: {Reason}")]
    public static partial void HistoryAway(this ILogger logger, string reason);

    [LoggerMessage(3, LogLevel.Warning, "Shipping of project {Project} stopped after sequence {Sequence} and is tried again: {Reason}")]
    public static partial void ShippingStopped(this ILogger logger, string project, long sequence, string reason);

    [LoggerMessage(4, LogLevel.Information, "Shipping of project {Project} goes on after sequence {Sequence}, {Backlog} events wait.")]
    public static partial void ShippingGoesOn(this ILogger logger, string project, long sequence, long backlog);

    [LoggerMessage(5, LogLevel.Error,
        "The journal of project {Project} begins with sequence {First}, the database ends with {Shipped}: history misses what is between.")]
    public static partial void JournalGap(this ILogger logger, string project, long shipped, long first);

    [LoggerMessage(6, LogLevel.Warning, "The private PostgreSQL server ended by itself with exit code {ExitCode}; it is started again.")]
    public static partial void ServerDied(this ILogger logger, int exitCode);

    [LoggerMessage(7, LogLevel.Information, "A private PostgreSQL cluster is made in {Folder}.")]
    public static partial void ClusterIsMade(this ILogger logger, string folder);

    [LoggerMessage(8, LogLevel.Information, "The private PostgreSQL server (process {Pid}) of an earlier run is stopped.")]
    public static partial void OrphanIsStopped(this ILogger logger, int pid);

    [LoggerMessage(9, LogLevel.Information, "Shipping of project {Project} begins after sequence {Sequence}.")]
    public static partial void ShippingBegins(this ILogger logger, string project, long sequence);

    [LoggerMessage(10, LogLevel.Error, "{Reason}")]
    public static partial void TurnRejected(this ILogger logger, string reason);

    [LoggerMessage(11, LogLevel.Warning,
        "The events {First} to {Last} of project {Project} are kept, but left out of calls and reports, as journal_gaps says: {Reason}")]
    public static partial void TurnGivenUp(this ILogger logger, string project, long first, long last, string reason);

    [LoggerMessage(12, LogLevel.Information, "{Count} entries of the audit log are older than {Days} days and were deleted.")]
    public static partial void AuditForgotten(this ILogger logger, int count, int days);

    [LoggerMessage(13, LogLevel.Warning, "Old entries of the audit log could not be deleted, it is tried again in an hour: {Reason}")]
    public static partial void AuditNotForgotten(this ILogger logger, string reason);

    [LoggerMessage(14, LogLevel.Warning, "The database lacked tables that it had before; {Migrations} migrations were applied again.")]
    public static partial void MigratedAgain(this ILogger logger, int migrations);
}
