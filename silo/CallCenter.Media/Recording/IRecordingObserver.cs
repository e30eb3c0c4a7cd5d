namespace CallCenter.Media.Recording;

/// <summary>
/// What became of recordings, told on the thread that writes them: whoever listens must not take long, and throws only where it says so.
/// </summary>
public interface IRecordingObserver
{
    /// <summary>The file is about to be opened.</summary>
    /// <exception cref="IOException">The recording cannot be: it has failed.</exception>
    void RecordingOpens(RecordingSetup setup);

    /// <summary>The left side has not spoken for as long as the setup allows.</summary>
    void RecordingIsSilent(RecordingSetup setup);

    /// <summary>The file is complete and closed.</summary>
    void RecordingEnded(RecordingResult result);

    /// <summary>The file cannot be opened or written; what it has so far is a whole file. Nothing more is told of the recording.</summary>
    void RecordingFailed(RecordingSetup setup, string problem);
}
