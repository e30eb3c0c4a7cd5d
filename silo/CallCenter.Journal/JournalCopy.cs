using System.Text;
using CallCenter.Journal.Segments;
using Microsoft.Win32.SafeHandles;

namespace CallCenter.Journal;

/// <summary>
/// Copies a journal that may be written and trimmed meanwhile. The segments are opened when this is made, before the history is dumped,
/// so that what is trimmed later can still be read; they are read after it, so that the journal knows everything the history knows.
/// </summary>
public sealed class JournalCopy : IDisposable
{
    private readonly string _folder;
    private readonly SortedDictionary<string, SafeFileHandle> _segments = new(StringComparer.Ordinal);

    public JournalCopy(string folder)
    {
        _folder = folder;
        OpenNew();
    }

    /// <summary>The id of the journal; known when it is copied.</summary>
    public Guid Journal { get; private set; }

    /// <summary>
    /// Every segment with its name and bytes, up to the last whole record, and last the mark that names the newest. Throws <see
    /// cref="JournalDamagedException"/>: a backup of a damaged journal would be found out when it is needed.
    /// </summary>
    public IEnumerable<(string Name, byte[] Bytes)> Read()
    {
        OpenNew();
        string? newest = null;
        foreach (var (path, file) in _segments)
        {
            var bytes = new byte[RandomAccess.GetLength(file)];
            var length = RandomAccess.Read(file, bytes, 0);
            var isLast = path == _segments.Last().Key;
            if (length < JournalSegment.HeaderLength && isLast)
            {
                continue; // it is just being begun
            }

            Journal = JournalSegment.ReadHeader(bytes.AsSpan(0, length), path);
            var whole = WholeRecords(bytes.AsSpan(0, length));
            if (whole < length && !isLast)
            {
                throw new JournalDamagedException(path, whole, "no whole record begins here");
            }

            yield return (newest = Path.GetFileName(path), bytes[..whole]);
        }

        if (newest is not null)
        {
            yield return (NewestSegment.FileName, Encoding.ASCII.GetBytes(NewestSegment.MarkOf(newest)));
        }
    }

    public void Dispose()
    {
        foreach (var file in _segments.Values)
        {
            file.Dispose();
        }
    }

    private static int WholeRecords(ReadOnlySpan<byte> segment)
    {
        var at = JournalSegment.HeaderLength;
        while (segment.Length - at >= JournalRecord.HeaderLength)
        {
            var header = segment.Slice(at, JournalRecord.HeaderLength);
            var length = JournalRecord.PayloadLength(header);
            var end = at + JournalRecord.HeaderLength + length;
            if (length < 0 || end > segment.Length || !JournalRecord.IsIntact(header, segment[(at + JournalRecord.HeaderLength)..end]))
            {
                break;
            }

            at = end;
        }

        return at;
    }

    private void OpenNew()
    {
        foreach (var path in Directory.GetFiles(_folder, "*" + JournalSegment.Extension).Order(StringComparer.Ordinal))
        {
            if (!_segments.ContainsKey(path))
            {
                try
                {
                    _segments.Add(path, File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete));
                }
                catch (FileNotFoundException)
                {
                    // Trimmed while we looked: a newer snapshot covers it.
                }
            }
        }
    }
}
