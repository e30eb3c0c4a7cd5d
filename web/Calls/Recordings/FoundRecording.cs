using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Grains;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Calls.Recordings;

/// <summary>A recorded conversation that somebody may listen to and whose sound is there.</summary>
/// <param name="Grain">Where its bytes come from.</param>
/// <param name="Bytes">Of the file.</param>
public sealed record FoundRecording(Viewer Viewer, CallRecord Call, ConversationRecord Talk, IRecordingGrain Grain, long Bytes);
