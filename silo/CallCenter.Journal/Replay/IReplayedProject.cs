using CallCenter.Abstractions;

namespace CallCenter.Journal.Replay;

/// <summary>
/// A project's state while its events are replayed. The engine is behind it; it comes from outside, because the journal knows what happened
/// and not what follows from it.
/// </summary>
public interface IReplayedProject
{
    /// <summary>The number of the last event in the state.</summary>
    long Sequence { get; }

    /// <summary>Calls that ended since the first event.</summary>
    long EndedCalls { get; }

    int LiveCalls { get; }

    /// <param name="at">Unix milliseconds UTC.</param>
    void Apply(ProjectEvent happened, long at);

    /// <summary>The whole state, as snapshots keep it.</summary>
    ReadOnlyMemory<byte> State();
}

/// <summary>A project from a snapshot's state; null: one in which nothing happened yet.</summary>
public delegate IReplayedProject ReplayStart(ProjectId project, byte[]? state);
