namespace CallCenter.Web.Start;

/// <summary>Log lines of the start, 1–99.</summary>
internal static partial class StartLog
{
    [LoggerMessage(1, LogLevel.Information, "{Line}")]
    public static partial void Notice(ILogger log, string line);
}
