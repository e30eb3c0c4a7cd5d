using Microsoft.Extensions.Logging;

namespace CallCenter.Grains;

/// <summary>Log lines of the grains: 4000–4099.</summary>
internal static partial class GrainLog
{
    [LoggerMessage(4000, LogLevel.Warning, "The board of project {Project} is passed on no more until somebody asks for it again")]
    public static partial void FollowingBroke(ILogger log, string project, Exception failure);

    [LoggerMessage(4001, LogLevel.Warning, "What became of letters of project {Project} could not be kept; they may be sent again")]
    public static partial void LettersNotKept(ILogger log, string project, Exception failure);

    [LoggerMessage(4002, LogLevel.Warning, "The reminder of letters of project {Project} could not be set or taken back")]
    public static partial void NotReminded(ILogger log, string project, Exception failure);
}
