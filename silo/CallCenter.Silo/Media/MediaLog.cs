using CallCenter.Media.Engine;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Media;

/// <summary>What is said of media in the log.</summary>
internal static partial class MediaLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Audio goes through {Threads} threads, UDP ports {First} to {Last}")]
    public static partial void Started(ILogger log, int threads, int first, int last);

    [LoggerMessage(Level = LogLevel.Error, Message = "The recording {Path} cannot be written: {Problem}")]
    public static partial void RecordingFailed(ILogger log, string path, string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The disk is too slow: {Missing} of the recording {Path} are silence")]
    public static partial void RecordingHasHoles(ILogger log, string path, TimeSpan missing);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old recordings of {Project} were not deleted: {Problem}")]
    public static partial void NotForgotten(ILogger log, string project, string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Path} is not played to callers, the built-in sound is: {Problem}")]
    public static partial void SoundUnusable(ILogger log, string path, string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "The sound {Path} cannot be written: {Problem}")]
    public static partial void SoundNotKept(ILogger log, string path, string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sounds of the removed project {Project} were not deleted: {Problem}")]
    public static partial void SoundsNotDeleted(ILogger log, string project, string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No audio for a leg: {Refusal}")]
    public static partial void NotOpened(ILogger log, LegRefusal refusal);
}
