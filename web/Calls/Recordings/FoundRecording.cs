using CallCenter.Abstractions;
using CallCenter.Abstractions.Grains;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Calls.Recordings;

/// <summary>A conversation or message that somebody may listen to and whose sound is there.</summary>
/// <param name="BeganAt">Unix milliseconds UTC.</param>
/// <param name="Employee">Who talked; null of a message.</param>
/// <param name="Grain">Where its bytes come from.</param>
/// <param name="Bytes">Of the file.</param>
public sealed record FoundRecording(
    Viewer Viewer, long BeganAt, string ClientNumber, EmployeeId? Employee, IRecordingGrain Grain, long Bytes);
