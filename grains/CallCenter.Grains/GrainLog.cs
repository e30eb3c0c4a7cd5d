using Microsoft.Extensions.Logging;

namespace CallCenter.Grains;

/// <summary>Log lines of the grains: 4000–4099.</summary>
internal static partial class GrainLog
{
    [LoggerMessage(4000, LogLevel.Warning, "The board of project {Project} is passed on no more until somebody asks for it again")]
    public static partial void FollowingBroke(ILogger log, string project, Exception failure);
}
