using CallCenter.Journal.Codecs;
using Microsoft.Win32.SafeHandles;

namespace CallCenter.Journal.Segments;

/// <summary>
/// The newest segment, shared by every <see cref="JournalWriter"/>: one writes at a time, the others wait for some microseconds (with
/// <see cref="JournalOptions.SyncEveryFlush"/> for the disk).
/// </summary>
internal sealed class SegmentWriter : IDisposable
{
    private readonly Lock _writing = new();
    private readonly JournalOptions _options;
    private readonly JournalIndex _index;
    private readonly Guid _journal;
    private JournalSegment _segment;
    private SafeFileHandle _file;

    public SegmentWriter(JournalOptions options, JournalIndex index, Guid journal)
    {
        (_options, _index, _journal) = (options, index, journal);
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

    /// <summary>
    /// Writes whole records behind what is there and makes them readable; on an <see cref="IOException"/> nothing became so.
    /// </summary>
    public void Write(ReadOnlySpan<byte> records, List<AppendedTurns> turns)
    {
        lock (_writing)
        {
            if (_segment.Length + records.Length > _options.SegmentBytes && _segment.Ranges.Count > 0)
            {
                var next = Begin(_segment.FirstPosition + _segment.Length);
                _file.Dispose();
                (_segment, _file) = next;
            }
            RandomAccess.Write(_file, records, _segment.Length);
            if (_options.SyncEveryFlush)
            {
                RandomAccess.FlushToDisk(_file);
            }
            _index.Publish(_segment, records.Length, turns);
        }
    }

    public void Dispose() => _file.Dispose();

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
