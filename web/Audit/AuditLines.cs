namespace CallCenter.Web.Audit;

/// <summary>Every log line of the audit log.</summary>
internal static partial class AuditLines
{
    [LoggerMessage(1, LogLevel.Warning,
        "The journal does not take an entry of the audit log ({Kind}) right now; the request goes on, the entry follows when it can.")]
    public static partial void EntryWaits(this ILogger logger, string kind);
}
