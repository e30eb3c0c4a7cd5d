using CallCenter.Abstractions;
using CallCenter.Silo.Journal;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Projects;

/// <summary>
/// Writes a snapshot now and then, so that a start replays little, and then lets go of journal segments that both a snapshot and
/// PostgreSQL cover. The state is taken inside the loop, written outside of it.
/// </summary>
/// <param name="shipped">The sequence up to which PostgreSQL has everything.</param>
internal sealed class SnapshotKeeper(ProjectHost host, JournalFolder journal, string folder, Func<ProjectId, long> shipped, ILogger log)
{
    /// <summary>A start replays at most about this many events, some 100,000 calls' worth in a second or two.</summary>
    private const long EveryEvents = 200_000;

    private long _taken = host.Sequence;
    private Task _writing = Task.CompletedTask;

    /// <summary>Takes a snapshot if it is time and the one before is written. Inside the loop, after the batch is written.</summary>
    public void Consider()
    {
        if (host.Sequence - _taken >= EveryEvents && _writing.IsCompleted)
        {
            var (sequence, state) = Take();
            _writing = Task.Run(() => Write(sequence, state));
        }
    }

    /// <summary>The last snapshot of a clean stop; waits for the one being written.</summary>
    public void Finish()
    {
        _writing.Wait();
        if (host.Sequence > _taken)
        {
            var (sequence, state) = Take();
            Write(sequence, state);
        }
    }

    private (long Sequence, byte[] State) Take()
    {
        _taken = host.Sequence;
        return (_taken, host.Grain.Snapshot());
    }

    private void Write(long sequence, byte[] state)
    {
        try
        {
            // A snapshot must not survive a power cut that the events before it did not.
            journal.Reader.MakeDurable();
            SnapshotFile.Write(folder, host.Id, sequence, state);
            var covered = Math.Min(SnapshotFile.CoveredSequence(folder, host.Id), shipped(host.Id));
            journal.Trim(new Dictionary<ProjectId, long> { [host.Id] = covered });
        }
        catch (IOException failure)
        {
            ProjectLog.SnapshotFailed(log, host.Id.Value, failure);
        }
    }
}
