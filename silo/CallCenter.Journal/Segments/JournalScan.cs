using System.Text;
using CallCenter.Abstractions;
using CallCenter.Journal.Codecs;

namespace CallCenter.Journal.Segments;

/// <summary>
/// Reads the whole journal once at opening: verifies every record, fills the index, finds the torn tail.
/// 1. Segments in order, each beginning where the one before ends, all of one journal, the newest among them.
/// 2. Every record intact. A bad one is a torn tail only in the last segment and only if no intact record follows it; the tail is cut.
///    Anything else throws <see cref="JournalDamagedException"/> and changes nothing.
/// </summary>
/// <param name="readOnly">A torn tail is found and passed over, and stays where it is.</param>
internal sealed class JournalScan(string folder, JournalIndex index, bool readOnly = false)
{
    private readonly ScannedTurns _turns = new(index);

    public Guid? Journal { get; private set; }

    public TornTail? Tail { get; private set; }

    public void Run()
    {
        var files = Directory.GetFiles(folder, "*" + JournalSegment.Extension);
        Array.Sort(files, StringComparer.Ordinal);
        NewestSegment.Check(folder, files);
        long? next = null;
        for (var i = 0; i < files.Length; i++)
        {
            var segment = Scan(files[i], next, isLast: i == files.Length - 1);
            next = segment?.FirstPosition + segment?.Length;
        }
    }

    /// <summary>Null when the last segment died before it was complete and was removed.</summary>
    private JournalSegment? Scan(string path, long? expectedPosition, bool isLast)
    {
        var bytes = new FileInfo(path).Length;
        if (bytes < JournalSegment.HeaderLength && isLast)
        {
            return RemoveUnborn(path, bytes);
        }
        var segment = Open(path, expectedPosition);
        using var records = new RecordReader(path, JournalSegment.HeaderLength, bytes, 1024 * 1024);
        for (; ; )
        {
            switch (records.Next())
            {
                case RecordReading.Record:
                    _turns.Take(segment, records.Payload, path, records.NextOffset);
                    continue;
                case var end when isLast && records.NextOffset == JournalSegment.HeaderLength
                    && (end == RecordReading.End || !IsFollowed(path, records.NextOffset)):
                    return RemoveUnborn(path, bytes);
                case RecordReading.Bad:
                    Cut(records, bytes, isLast);
                    break;
            }
            segment.Length = records.NextOffset;
            index.Add(segment);
            return segment;
        }
    }

    private JournalSegment Open(string path, long? expectedPosition)
    {
        var header = new byte[JournalSegment.HeaderLength];
        using (var file = File.OpenHandle(path))
        {
            if (RandomAccess.Read(file, header, 0) is var bytes && bytes < header.Length)
            {
                throw new JournalDamagedException(path, bytes, "the file ends inside its header");
            }
        }
        var journal = JournalSegment.ReadHeader(header, path);
        if (Journal is { } known && known != journal)
        {
            throw new JournalDamagedException(path, 8, $"it belongs to the journal {journal}, the segments before to {known}");
        }
        Journal = journal;
        var segment = new JournalSegment(path, JournalSegment.PositionOf(header), JournalSegment.HeaderLength);
        if (expectedPosition is { } expected && segment.FirstPosition != expected)
        {
            throw new JournalDamagedException(
                path, 24, $"the segment before ends at position {expected}: something between is missing or cut");
        }
        return segment;
    }

    private void Cut(RecordReader records, long bytes, bool isLast)
    {
        if (!isLast || IsFollowed(records.Path, records.NextOffset))
        {
            throw new JournalDamagedException(records.Path, records.NextOffset, records.Problem);
        }
        Tail = new TornTail(records.Path, records.NextOffset, bytes - records.NextOffset);
        if (readOnly)
        {
            return;
        }
        using var file = File.OpenHandle(records.Path, FileMode.Open, FileAccess.Write);
        RandomAccess.SetLength(file, records.NextOffset);
        RandomAccess.FlushToDisk(file);
    }

    private JournalSegment? RemoveUnborn(string path, long bytes)
    {
        Tail = new TornTail(path, 0, bytes);
        if (!readOnly)
        {
            NewestSegment.Write(folder, index.Segments is [.., var (before, _)] ? before.FirstPosition : null);
            File.Delete(path);
        }
        return null;
    }

    /// <summary>
    /// Whether an intact record lies somewhere behind a bad one: then it is damage in the middle, not a torn tail, and cutting would
    /// lose what was acknowledged. Only records up to 64 KiB are looked for; turns are a hundredth of that.
    /// </summary>
    private static bool IsFollowed(string path, long offset)
    {
        const int longest = 64 * 1024;
        using var file = File.OpenHandle(path);
        var rest = new byte[RandomAccess.GetLength(file) - offset];
        var filled = 0;
        while (filled < rest.Length && RandomAccess.Read(file, rest.AsSpan(filled), offset + filled) is > 0 and var read)
        {
            filled += read;
        }
        for (var i = 1; i + JournalRecord.HeaderLength < rest.Length; i++)
        {
            var candidate = rest.AsSpan(i);
            var length = JournalRecord.PayloadLength(candidate);
            if (length is > 0 and <= longest && length <= candidate.Length - JournalRecord.HeaderLength
                && JournalRecord.IsIntact(candidate, candidate.Slice(JournalRecord.HeaderLength, length)))
            {
                return true;
            }
        }
        return false;
    }
}

/// <summary>Puts scanned records into the index; project names are decoded once.</summary>
internal sealed class ScannedTurns(JournalIndex index)
{
    private readonly Dictionary<ProjectId, long> _newest = [];
    private byte[] _utf8 = [];
    private ProjectId _project;

    public void Take(JournalSegment segment, ReadOnlySpan<byte> payload, string path, long end)
    {
        try
        {
            switch (payload[0])
            {
                case JournalRecord.Turn: TakeTurn(segment, TurnHeader.Read(payload[1..]), path, end); break;
                case JournalRecord.Heads: TakeHeads(payload[1..]); break;
                default:
                    throw new JournalDamagedException(
                        path, end - payload.Length, $"no record is of the kind {payload[0]}: written by a newer version");
            }
        }
        catch (UnreadableEventException unreadable)
        {
            throw new JournalDamagedException(path, end - payload.Length, unreadable.Message);
        }
    }

    private void TakeTurn(JournalSegment segment, TurnHeader turn, string path, long end)
    {
        if (!turn.Project.SequenceEqual(_utf8))
        {
            _utf8 = turn.Project.ToArray();
            _project = new ProjectId(Encoding.UTF8.GetString(_utf8));
        }
        var newest = _newest.GetValueOrDefault(_project);
        if (newest > 0 && turn.FirstSequence != newest + 1)
        {
            throw new JournalDamagedException(path, end, $"project {_project} goes from sequence {newest} to {turn.FirstSequence}");
        }
        _newest[_project] = turn.LastSequence;
        segment.Extend(_project, turn.FirstSequence, turn.LastSequence);
        index.SetHead(_project, turn.LastSequence);
    }

    private void TakeHeads(ReadOnlySpan<byte> payload)
    {
        var reader = new EventReader(payload);
        for (var count = reader.Count(); count > 0; count--)
        {
            var project = new ProjectId(reader.Text());
            var newest = (long)reader.Unsigned();
            _newest[project] = newest;
            index.SetHead(project, newest);
        }
    }
}
