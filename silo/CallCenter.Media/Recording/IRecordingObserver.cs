namespace CallCenter.Media.Recording;

/// <summary>What became of recordings, told on the thread that writes them: whoever listens must neither throw nor take long.</summary>
public interface IRecordingObserver
{
    /// <summary>The file is complete and closed.</summary>
    void RecordingEnded(RecordingResult result);

    /// <summary>The file cannot be opened or written; what it has so far is a whole file. Nothing more is told of the recording.</summary>
    void RecordingFailed(RecordingSetup setup, string problem);
}
