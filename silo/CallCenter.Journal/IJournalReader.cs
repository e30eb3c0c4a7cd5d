using CallCenter.Abstractions;

namespace CallCenter.Journal;

/// <summary>Reads the local journal from any place; used by the shipper, by recovery and by replay.</summary>
public interface IJournalReader
{
    /// <summary>Made when the journal was created: tells it from the journal of another data folder.</summary>
    Guid Id { get; }

    /// <summary>The projects that ever had an event.</summary>
    IReadOnlyList<ProjectId> Projects { get; }

    /// <summary>The newest sequence number that can be read; 0 when there is none.</summary>
    long LastSequence(ProjectId project);

    /// <summary>
    /// The turns after <paramref name="afterSequence"/> of a project, in order, at most about <paramref name="maxEvents"/>; empty when
    /// there
    /// are none yet. Only turns that were written completely are given. Where older turns were deleted it begins with the oldest kept:
    /// the gap is seen in <see cref="JournalTurn.FirstSequence"/>.
    /// </summary>
    IReadOnlyList<JournalTurn> ReadAfter(ProjectId project, long afterSequence, int maxEvents);

    /// <summary>Events ever journaled and readable, all projects together.</summary>
    long TotalEvents { get; }

    /// <summary>Completes when more than so many events exist, all projects together.</summary>
    ValueTask WaitBeyond(long events, CancellationToken cancellation);

    /// <summary>
    /// Returns when everything that could be read at the call is on the disk. Called before something that survives a power cut
    /// (PostgreSQL) is told of it, so that no one else ever knows more than the journal.
    /// </summary>
    void MakeDurable();
}
