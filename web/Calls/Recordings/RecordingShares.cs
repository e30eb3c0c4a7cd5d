using CallCenter.Abstractions.Calls;

namespace CallCenter.Web.Calls.Recordings;

/// <summary>Shares of a recording in percent; null where nothing can be divided.</summary>
public static class RecordingShares
{
    /// <summary>Of the speech of both.</summary>
    public static double? ClientShare(this RecordingRecord recording) => Share(recording.Client.TalkMs, Speech(recording));

    /// <summary>Of the speech of both.</summary>
    public static double? EmployeeShare(this RecordingRecord recording) => Share(recording.Employee.TalkMs, Speech(recording));

    public static double? OfTime(this RecordingRecord recording, long milliseconds) => Share(milliseconds, recording.DurationMs);

    private static long Speech(RecordingRecord recording) => recording.Client.TalkMs + recording.Employee.TalkMs;

    private static double? Share(long part, long whole) => whole > 0 ? part * 100.0 / whole : null;
}
