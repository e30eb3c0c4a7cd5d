using System.Runtime.InteropServices;
using CallCenter.Abstractions;
using CallCenter.Journal.Codecs;
using CallCenter.Journal.Segments;
using Microsoft.Win32.SafeHandles;

namespace CallCenter.Journal;

/// <summary>
/// Appends turns: <see cref="Append"/> encodes into a buffer that is used again and again, <see cref="Flush"/> writes everything appended
/// with one write. Effects of a turn may run only after its flush. For exactly one thread.
/// </summary>
public sealed class JournalWriter : IDisposable
{
    private readonly JournalOptions _options;
    private readonly JournalIndex _index;
    private readonly Guid _journal;
    private readonly Dictionary<ProjectId, long> _appended;
    private readonly List<AppendedTurns> _turns = [];
    private EventWriter _pending = new(256 * 1024);
    private JournalSegment _segment;
    private SafeFileHandle _file;
    private InvalidOperationException? _broken;

    internal JournalWriter(JournalOptions options, JournalIndex index, Guid journal)
    {
        (_options, _index, _journal) = (options, index, journal);
        _appended = index.Heads();
        if (index.Segments is [.., var (newest, _)])
        {
            _segment = newest;
            _file = File.OpenHandle(newest.Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        }
        else
        {
            (_segment, _file) = Begin(0);
        }
    }

    /// <summary>Bytes appended and not yet flushed.</summary>
    public int PendingBytes => _pending.Length;

    /// <summary>
    /// Takes a turn in. Sequence numbers of a project follow each other without a gap; anything else is a programmer's error and throws. So
    /// is a turn that cannot be written as a record; whoever sends it has changed his state by then, so nothing is taken in after it and
    /// every <see cref="Flush"/> fails: nothing leaves that rests on it, and the next start goes on from what the journal has.
    /// </summary>
    public void Append(ProjectId project, long firstSequence, long atMs, IReadOnlyList<ProjectEvent> events)
    {
        if (events.Count == 0)
        {
            return;
        }
        ThrowIfBroken();
        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_appended, project, out _);
        if (last > 0 && firstSequence != last + 1)
        {
            throw new InvalidOperationException($"Project {project} is at sequence {last}: a turn cannot begin with {firstSequence}.");
        }
        var start = JournalRecord.Begin(ref _pending, JournalRecord.Turn);
        try
        {
            _pending.Text(project.Value);
            _pending.Unsigned((ulong)firstSequence);
            _pending.Signed(atMs);
            _pending.Unsigned((ulong)events.Count);
            for (var i = 0; i < events.Count; i++)
            {
                EventCodec.Write(ref _pending, events[i]);
            }
            JournalRecord.End(ref _pending, start);
        }
        catch (Exception failure)
        {
            _pending.CutTo(start);
            _broken = Broken(project, firstSequence, failure);
            throw;
        }
        last = firstSequence + events.Count - 1;
        // Turns of one project mostly follow each other: they are made readable as one.
        if (_turns is [.., var before] && before.Project == project) _turns[^1] = before with { Last = last };
        else _turns.Add(new AppendedTurns(project, firstSequence, last));
    }

    /// <summary>
    /// Writes what was appended and makes it readable. On an <see cref="IOException"/> (disk full) nothing is lost and nothing became
    /// readable: the next flush writes the same bytes to the same place.
    /// </summary>
    public void Flush()
    {
        if (_pending.Length > 0)
        {
            Write();
        }
        ThrowIfBroken();
    }

    /// <summary>Closes the file. What was appended but not flushed is dropped: its effects never ran.</summary>
    public void Dispose()
    {
        _file.Dispose();
        _pending.Dispose();
    }

    private static InvalidOperationException Broken(ProjectId project, long firstSequence, Exception failure) => new(
        $"Project {project}: what happened after event {firstSequence - 1} cannot be journaled ({failure.Message}). "
        + "Nothing that follows from it leaves. Restart the server: it goes on from what the journal has.", failure);

    private void ThrowIfBroken()
    {
        if (_broken is not null)
        {
            throw new InvalidOperationException(_broken.Message, _broken.InnerException);
        }
    }

    private void Write()
    {
        if (_segment.Length + _pending.Length > _options.SegmentBytes && _segment.Ranges.Count > 0)
        {
            var next = Begin(_segment.FirstPosition + _segment.Length);
            _file.Dispose();
            (_segment, _file) = next;
        }
        RandomAccess.Write(_file, _pending.Written, _segment.Length);
        if (_options.SyncEveryFlush)
        {
            RandomAccess.FlushToDisk(_file);
        }
        _index.Publish(_segment, _pending.Length, _turns);
        _pending.Clear();
        _turns.Clear();
    }

    /// <summary>A new segment with its header and the heads of all projects.</summary>
    private (JournalSegment Segment, SafeFileHandle File) Begin(long firstPosition)
    {
        var to = new EventWriter(4096);
        try
        {
            WriteBeginning(ref to, firstPosition);
            var path = Path.Combine(_options.Folder, JournalSegment.FileName(firstPosition));
            var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            try
            {
                RandomAccess.Write(file, to.Written, 0);
                NewestSegment.Write(_options.Folder, firstPosition);
            }
            catch
            {
                file.Dispose();
                throw;
            }
            var segment = new JournalSegment(path, firstPosition, to.Length);
            _index.Add(segment);
            return (segment, file);
        }
        finally
        {
            to.Dispose();
        }
    }

    private void WriteBeginning(ref EventWriter to, long firstPosition)
    {
        to.Raw(JournalSegment.Header(_journal, firstPosition));
        var start = JournalRecord.Begin(ref to, JournalRecord.Heads);
        var heads = _index.Heads();
        to.Unsigned((ulong)heads.Count);
        foreach (var (project, newest) in heads)
        {
            to.Text(project.Value);
            to.Unsigned((ulong)newest);
        }
        JournalRecord.End(ref to, start);
    }
}
