using CallCenter.Abstractions.Calls;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Projects;

/// <summary>Log lines of projects: 1100–1199.</summary>
internal static partial class ProjectLog
{
    [LoggerMessage(1100, LogLevel.Debug, "Call {Call} ended: {Outcome} by {EndedBy}, Call-ID {CallId}")]
    public static partial void CallEnded(ILogger log, long call, CallOutcome outcome, EndedBy endedBy, string callId);

    [LoggerMessage(1101, LogLevel.Information,
        "Project {Project} recovered: snapshot at {Snapshot}, journal to {Sequence}, {Milliseconds} ms")]
    public static partial void Recovered(ILogger log, string project, long snapshot, long sequence, long milliseconds);

    [LoggerMessage(1102, LogLevel.Warning, "A snapshot of project {Project} could not be written; the journal alone is used")]
    public static partial void SnapshotFailed(ILogger log, string project, Exception failure);

    [LoggerMessage(1103, LogLevel.Warning, "{Calls} calls cannot go on after the restart; they are closed as interrupted")]
    public static partial void Interrupted(ILogger log, long calls);

    [LoggerMessage(1104, LogLevel.Error, "The snapshot {File} cannot be used; the journal is replayed instead")]
    public static partial void SnapshotUnusable(ILogger log, string file, Exception failure);

    [LoggerMessage(1105, LogLevel.Warning, "The journal of project {Project} is not trimmed now: {Reason}")]
    public static partial void NotTrimmed(ILogger log, string project, string reason);

    [LoggerMessage(1112, LogLevel.Warning,
        "An outgoing call of employee {Employee} to {Number} was refused by the limit {Rule}; {Count} such calls since the last such line")]
    public static partial void OutgoingLimit(ILogger log, string employee, string number, string rule, int count);

    [LoggerMessage(1113, LogLevel.Warning, "{File} {Path}: {Problem}; {Remedy}")]
    public static partial void Warned(ILogger log, string file, string path, string problem, string remedy);

    [LoggerMessage(1114, LogLevel.Error, "The draft of project {Project} cannot be read and is set aside as {File}; a new one begins")]
    public static partial void DraftUnreadable(ILogger log, string project, string file, Exception failure);

    [LoggerMessage(1106, LogLevel.Error, "The projects cannot be read, those that run go on: {Problem}")]
    public static partial void RegistryUnreadable(ILogger log, string problem);

    [LoggerMessage(1107, LogLevel.Information, "Project {Project} runs")]
    public static partial void Began(ILogger log, string project);

    [LoggerMessage(1108, LogLevel.Information, "Project {Project} is removed: its last call has ended")]
    public static partial void Removed(ILogger log, string project);

    [LoggerMessage(1110, LogLevel.Warning,
        "The journal's torn end was cut off: {Bytes} bytes of {File} from offset {Offset} on, the rest of a write that never ended")]
    public static partial void TornTail(ILogger log, string file, long offset, long bytes);

    [LoggerMessage(1111, LogLevel.Error, "The snapshot {File} {Reason}: it is passed over; the one before it and the journal are used")]
    public static partial void SnapshotPassedOver(ILogger log, string file, string reason);
}
