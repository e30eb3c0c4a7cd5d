
namespace CallCenter.Journal;

/// <summary>Where and how the journal is kept.</summary>
/// <param name="Folder">Created if it is missing.</param>
public sealed record JournalOptions(string Folder)
{
    public const long UsualSegmentBytes = 64 * 1024 * 1024;

    /// <summary>
    /// Sync to the disk at every flush: survives power loss too, at the price of one disk sync per group of turns. Without it a
    /// killed process loses nothing (the page cache stays), a power cut loses at most what was not yet shipped to PostgreSQL.
    /// </summary>
    public bool SyncEveryFlush { get; init; }

    /// <summary>A segment is closed when the next flush would make it longer.</summary>
    public long SegmentBytes { get; init; } = UsualSegmentBytes;
}
