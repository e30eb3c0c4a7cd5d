using System.Collections.Concurrent;
using CallCenter.Media.Recording;

namespace CallCenter.Media.Tests.Recording;

/// <summary>What the writing thread told.</summary>
internal sealed class HeardRecordings : IRecordingObserver
{
    public ConcurrentQueue<RecordingResult> Results { get; } = new();

    public ConcurrentQueue<string> Problems { get; } = new();

    public ConcurrentQueue<RecordingSetup> Silences { get; } = new();

    /// <summary>Done on the writing thread when a recording has ended.</summary>
    public Action? OnEnd { get; set; }

    public void RecordingOpens(RecordingSetup setup)
    {
    }

    public void RecordingIsSilent(RecordingSetup setup) => Silences.Enqueue(setup);

    public void RecordingEnded(RecordingResult result)
    {
        OnEnd?.Invoke();
        Results.Enqueue(result);
    }

    public void RecordingFailed(RecordingSetup setup, string problem) => Problems.Enqueue(problem);
}
