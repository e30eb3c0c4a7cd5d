using CallCenter.Abstractions;

namespace CallCenter.Journal.Replay;

/// <summary>What the replay of a project came to.</summary>
/// <param name="After">The event it began after: 0, or the oldest snapshot's.</param>
/// <param name="Last">The newest event.</param>
/// <param name="Ended">Calls that ended in it.</param>
/// <param name="Live">Calls that are live at its end.</param>
/// <param name="Took">Reading, decoding and applying, without the comparisons.</param>
public sealed record ReplayResult(ProjectId Project, long After, long Last, long Ended, int Live, TimeSpan Took)
{
    /// <summary>From the first event to the last, as it happened.</summary>
    public long RecordedMs { get; init; }

    public required IReadOnlyList<SnapshotCheck> Snapshots { get; init; }

    /// <summary>The event from which it was replayed a second time; null when there is nothing to replay.</summary>
    public long? ComparedFrom { get; init; }

    public bool SameBothWays { get; init; }

    public long Events => Last - After;

    public bool IsSame => SameBothWays && Snapshots.All(snapshot => snapshot.Same);
}

/// <summary>Whether a kept snapshot is what the replay came to, byte for byte.</summary>
public readonly record struct SnapshotCheck(long Sequence, bool Same);
