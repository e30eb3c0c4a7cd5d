using CallCenter.Journal;
using CallCenter.Journal.Replay;
using CallCenter.Journal.Snapshots;

namespace CallCenter.Silo.Rebuilding;

/// <summary>
/// A project's state, made of its events from the first one on. Where some are missing it goes on from a snapshot behind them; where there
/// is none, it cannot be known.
/// </summary>
/// <param name="snapshots">Those of the data folder, oldest first.</param>
internal sealed class RebuiltState(IReadOnlyList<Snapshot> snapshots, Func<byte[]?, IReplayedProject> begin)
{
    private IReplayedProject _state = begin(null);

    /// <summary>The events that are missing and no snapshot has; null while the state is known.</summary>
    public (long First, long Last)? Missing { get; private set; }

    public long Sequence => _state.Sequence;

    public int LiveCalls => _state.LiveCalls;

    public ReadOnlyMemory<byte> Bytes() => _state.State();

    public void See(JournalTurn turn)
    {
        if (Missing is not null) return;
        if (turn.FirstSequence > _state.Sequence + 1 && !GoOnFromSnapshot(turn)) return;
        if (turn.LastSequence <= _state.Sequence) return;
        foreach (var happened in turn.Events)
        {
            _state.Apply(happened, turn.At);
        }
    }

    private bool GoOnFromSnapshot(JournalTurn turn)
    {
        if (snapshots.FirstOrDefault(one => one.Sequence >= turn.FirstSequence - 1) is { } snapshot)
        {
            _state = begin(snapshot.State);
            return true;
        }
        Missing = (_state.Sequence + 1, turn.FirstSequence - 1);
        return false;
    }
}
