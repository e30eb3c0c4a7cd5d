namespace CallCenter.Media.Recording;

/// <summary>What is recorded where.</summary>
/// <param name="Key">The host's name for it: every word about the recording carries it.</param>
/// <param name="Path">Of the WAV file; one that is there is gone on with.</param>
/// <param name="Elapsed">
/// Since the conversation began: zero for a new recording. After a restart what lies between the end of the file and here is silence.
/// </param>
/// <param name="SilenceLimit">
/// After so long without speech of the left side <see cref="IRecordingObserver.RecordingIsSilent"/> says so, once; zero: never.
/// </param>
public sealed record RecordingSetup(long Key, string Path, TimeSpan Elapsed = default, TimeSpan SilenceLimit = default);
