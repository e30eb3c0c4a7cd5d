namespace CallCenter.Web.Cluster;

/// <summary>Log lines about the silos behind the pages: 3110–3119.</summary>
internal static partial class SilosLog
{
    [LoggerMessage(3110, LogLevel.Warning, "No silo can be reached ({Reason}); pages say so, and are live again when one is")]
    public static partial void Away(ILogger log, string reason);

    [LoggerMessage(3111, LogLevel.Information, "Silos can be reached again")]
    public static partial void Back(ILogger log);
}
