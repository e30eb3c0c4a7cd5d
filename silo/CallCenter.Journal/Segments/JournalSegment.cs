using System.Buffers.Binary;
using System.Globalization;
using CallCenter.Abstractions;

namespace CallCenter.Journal.Segments;

/// <summary>
/// One file of the journal, named by the position of its first byte in the whole journal. Opens with 32 bytes: the letters CCJL,
/// format version, the journal's id, the first position. Its length and ranges are guarded by the lock of <see cref="JournalIndex"/>.
/// </summary>
internal sealed class JournalSegment(string path, long firstPosition, long length)
{
    public const int HeaderLength = 32;
    public const string Extension = ".journal";
    private const uint Magic = 0x4C4A4343; // "CCJL"
    private const uint FormatVersion = 1;

    public string Path { get; } = path;

    public long FirstPosition { get; } = firstPosition;

    /// <summary>Bytes that are completely written; readers never look behind them.</summary>
    public long Length { get; set; } = length;

    /// <summary>First and last sequence number of each project that has turns in here.</summary>
    public Dictionary<ProjectId, (long First, long Last)> Ranges { get; } = [];

    public static string FileName(long firstPosition) => firstPosition.ToString("D20", CultureInfo.InvariantCulture) + Extension;

    public static byte[] Header(Guid journal, long firstPosition)
    {
        var header = new byte[HeaderLength];
        BinaryPrimitives.WriteUInt32LittleEndian(header, Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), FormatVersion);
        journal.TryWriteBytes(header.AsSpan(8));
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(24), firstPosition);
        return header;
    }

    /// <summary>The journal's id; throws <see cref="JournalDamagedException"/> when the header does not fit the file.</summary>
    public static Guid ReadHeader(ReadOnlySpan<byte> header, string path)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != Magic)
        {
            throw new JournalDamagedException(path, 0, "it does not begin as a journal segment");
        }
        var version = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
        if (version != FormatVersion)
        {
            throw new JournalDamagedException(path, 4, $"its format version is {version}, this program reads version {FormatVersion}");
        }
        var position = PositionOf(header);
        return FileName(position) == System.IO.Path.GetFileName(path)
            ? new Guid(header.Slice(8, 16))
            : throw new JournalDamagedException(path, 24, $"its header says it should be named {FileName(position)}");
    }

    public static long PositionOf(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadInt64LittleEndian(header[24..]);

    public void Extend(ProjectId project, long first, long last) =>
        Ranges[project] = Ranges.TryGetValue(project, out var range) ? (range.First, last) : (first, last);
}
