namespace CallCenter.Web.Mail;

/// <summary>Every log line of letters.</summary>
internal static partial class MailLog
{
    [LoggerMessage(3301, LogLevel.Warning, "A letter to somebody who forgot his password was not sent")]
    public static partial void RequestLost(this ILogger log, Exception failure);
}
