using CallCenter.Abstractions;
using CallCenter.Abstractions.Ports;
using CallCenter.Engine.Snapshots;
using CallCenter.Journal.Snapshots;
using CallCenter.Silo.Loop;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Projects;

/// <summary>
/// Writes a project's snapshot now and then, so that a start replays little, and then lets go of the journal's segments that are not needed
/// any more. One is due after so many events, or so long after the first that no snapshot has: a project where little happens must not hold
/// the journal of the others. A picture of the state is taken inside the loop, and written outside of it.
/// </summary>
/// <param name="covered">
/// The last event that a snapshot has. What the start replayed counts too, or one early death after another would put the next one off.
/// </param>
internal sealed class SnapshotKeeper(ProjectHost host, long covered, SnapshotFolder folder, ILogger log) : ILoopPart
{
    /// <summary>As long as it takes to read so much of a snapshot, one event is replayed.</summary>
    private const int BytesPerEvent = 100;

    private const int LeastSize = 1024 * 1024;

    /// <summary>How soon it is looked again whether the snapshot before is written.</summary>
    private const long LookAgainMs = 100;

    private long _taken = covered;
    private long _due = long.MaxValue;
    private bool _isDue;
    private bool _isProven;
    private int _lastSize;
    private Task _writing = Task.CompletedTask;
    private long _covered = -1;

    public ProjectId Project => host.Id;

    public long NextDue => _due;

    /// <summary>
    /// Up to which event the snapshots on the disk are enough; see <see cref="SnapshotFile.CoveredSequence"/>. Not inside the loop.
    /// </summary>
    public long Covered()
    {
        if (Volatile.Read(ref _covered) < 0)
        {
            Volatile.Write(ref _covered, SnapshotFile.CoveredSequence(folder.Path, host.Id));
        }

        return Volatile.Read(ref _covered);
    }

    public void Fire(long now)
    {
        _isDue = _writing.IsCompleted;
        _due = _isDue ? long.MaxValue : now + LookAgainMs;
    }

    /// <summary>Takes a snapshot if it is time and the one before is written: only here the journal has all that the state has.</summary>
    public void BatchWritten(long now)
    {
        if (_writing.IsCompleted && (_isDue || host.Sequence - _taken >= Math.Max(folder.LeastEvents, _lastSize / BytesPerEvent)))
        {
            _isDue = false;
            if (host.Sequence > _taken)
            {
                var image = Take();
                _writing = Task.Run(() => WriteAndTrim(image));
            }
            else
            {
                // Nothing has happened since the newest one, so there will be no second: read back and whole, it is enough alone.
                _isProven = true;
                var newest = _taken;
                _writing = Task.Run(() => ProveAndTrim(newest));
            }
        }

        if (_due == long.MaxValue && !_isDue && (host.Sequence > _taken || !_isProven))
        {
            _due = now + folder.LongestAgeMs;
        }
    }

    /// <summary>
    /// The last snapshot of a clean stop; waits for the one being written. None is taken of a state that the journal does not have because
    /// it could not be written: the next start would find the two apart.
    /// </summary>
    public void Finish()
    {
        _writing.Wait();
        if (host.Sequence > _taken && host.Engine.Sequence == folder.Journal.Reader.LastSequence(host.Id))
        {
            Write(Take());
        }
    }

    private ProjectImage Take()
    {
        _taken = host.Sequence;
        _isProven = false;
        return host.Engine.Image();
    }

    private async Task WriteAndTrim(ProjectImage image)
    {
        if (Write(image))
        {
            Volatile.Write(ref _covered, SnapshotFile.CoveredSequence(folder.Path, host.Id));
            await Trim().ConfigureAwait(false);
        }
    }

    private async Task ProveAndTrim(long sequence)
    {
        if (SnapshotFile.ReadNewest(folder.Path, host.Id) is { } newest && newest.Sequence == sequence)
        {
            Volatile.Write(ref _covered, sequence);
            await Trim().ConfigureAwait(false);
        }
    }

    private async Task Trim()
    {
        try
        {
            await folder.Trim().ConfigureAwait(false);
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
            folder.Journal.Reader.MakeDurable();
            var state = image.ToJson(Math.Max(LeastSize, _lastSize + (_lastSize / 8)));
            SnapshotFile.Write(folder.Path, host.Id, image.Sequence, state.Span);
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
