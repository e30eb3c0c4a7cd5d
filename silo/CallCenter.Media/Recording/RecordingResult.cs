using CallCenter.Media.Talk;

namespace CallCenter.Media.Recording;

/// <summary>What became of a recording.</summary>
/// <param name="Duration">Of the file.</param>
/// <param name="Map">Who spoke when; left and right as they were recorded.</param>
/// <param name="Missing">Silence in place of what the writer could not keep up with.</param>
public sealed record RecordingResult(RecordingSetup Setup, TimeSpan Duration, TalkMap Map, TimeSpan Missing);
