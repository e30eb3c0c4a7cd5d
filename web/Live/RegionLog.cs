using CallCenter.Abstractions;

namespace CallCenter.Web.Live;

/// <summary>Log lines of the live pages, 100–199.</summary>
internal static partial class RegionLog
{
    [LoggerMessage(100, LogLevel.Warning, "The live feed of project {Project} broke and starts again")]
    public static partial void FeedBroke(ILogger log, Exception exception, ProjectId project);

    [LoggerMessage(101, LogLevel.Warning, "The board of project {Project} did not answer; its pages show that they are not live")]
    public static partial void BeatFailed(ILogger log, Exception exception, ProjectId project);
}
