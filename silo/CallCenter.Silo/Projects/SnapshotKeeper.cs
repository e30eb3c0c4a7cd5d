using CallCenter.Abstractions;
using CallCenter.Abstractions.Ports;
using CallCenter.Engine.Snapshots;
using CallCenter.Journal;
using CallCenter.Journal.Snapshots;
using CallCenter.Silo.Loop;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Projects;

/// <summary>
/// Writes a snapshot now and then, so that a start replays little, and then lets go of journal segments that both a snapshot and
/// PostgreSQL cover. A picture of the state is taken inside the loop, and written outside of it.
/// </summary>
/// <param name="covered">
/// The last event that a snapshot has. What the start replayed counts too, or one early death after another would put the next one off.
/// </param>
/// <param name="leastEvents">See <see cref="SiloOptions.SnapshotEvents"/>.</param>
/// <param name="durable">For every project the sequence that PostgreSQL has on its disk.</param>
internal sealed class SnapshotKeeper(
    ProjectHost host, long covered, long leastEvents, JournalFolder journal, string folder,
    Func<Task<IReadOnlyDictionary<ProjectId, long>>> durable, ILogger log) : ILoopPart
{
    /// <summary>As long as it takes to read so much of a snapshot, one event is replayed.</summary>
    private const int BytesPerEvent = 100;

    private const int LeastSize = 1024 * 1024;

    private long _taken = covered;
    private int _lastSize;
    private Task _writing = Task.CompletedTask;

    public long NextDue => long.MaxValue;

    public void Fire(long now)
    {
    }

    /// <summary>Takes a snapshot if it is time and the one before is written.</summary>
    public void BatchWritten(long now)
    {
        if (host.Sequence - _taken >= Math.Max(leastEvents, _lastSize / BytesPerEvent) && _writing.IsCompleted)
        {
            var image = Take();
            _writing = Task.Run(() => WriteAndTrim(image));
        }
    }

    /// <summary>
    /// The last snapshot of a clean stop; waits for the one being written. None is taken of a state that the journal does not have because
    /// it could not be written: the next start would find the two apart.
    /// </summary>
    public void Finish()
    {
        _writing.Wait();
        if (host.Sequence > _taken && host.Engine.Sequence == journal.Reader.LastSequence(host.Id))
        {
            Write(Take());
        }
    }

    private ProjectImage Take()
    {
        _taken = host.Sequence;
        return host.Engine.Image();
    }

    private async Task WriteAndTrim(ProjectImage image)
    {
        if (!Write(image))
        {
            return;
        }

        try
        {
            var shipped = (await durable().ConfigureAwait(false)).GetValueOrDefault(host.Id);
            var upTo = Math.Min(SnapshotFile.CoveredSequence(folder, host.Id), shipped);
            journal.Trim(new Dictionary<ProjectId, long> { [host.Id] = upTo });
        }
        catch (Exception failure) when (failure is HistoryUnavailableException or IOException or UnauthorizedAccessException)
        {
            // Kept until the next snapshot: the journal is all there is while PostgreSQL is away.
            ProjectLog.NotTrimmed(log, host.Id.Value, failure.Message);
        }
    }

    private bool Write(ProjectImage image)
    {
        try
        {
            // A snapshot must not survive a power cut that the events before it did not.
            journal.Reader.MakeDurable();
            var state = image.ToJson(Math.Max(LeastSize, _lastSize + (_lastSize / 8)));
            SnapshotFile.Write(folder, host.Id, image.Sequence, state.Span);
            _lastSize = state.Length;
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            ProjectLog.SnapshotFailed(log, host.Id.Value, failure);
            return false;
        }
    }
}
