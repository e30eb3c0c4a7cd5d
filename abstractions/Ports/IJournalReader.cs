using CallCenter.Abstractions.Journal;

namespace CallCenter.Abstractions.Ports;

/// <summary>Reads the local journal from any place; used by the shipper, by recovery and by replay.</summary>
public interface IJournalReader
{
    /// <summary>
    /// The turns after <paramref name="afterSequence"/> of a project, in order, at most about <paramref name="maxEvents"/>; empty when
    /// there
    /// are none yet. Only turns that were written completely are given.
    /// </summary>
    IReadOnlyList<JournalTurn> ReadAfter(ProjectId project, long afterSequence, int maxEvents);

    /// <summary>Completes when turns after <paramref name="sequence"/> exist.</summary>
    ValueTask WaitAfter(ProjectId project, long sequence, CancellationToken cancellation);
}
