using System.Buffers.Binary;
using CallCenter.Abstractions;
using CallCenter.Journal.Codecs;

namespace CallCenter.Journal.Segments;

/// <summary>
/// One record of a segment: 4 bytes of length (the top 6 bits are a marker), 4 bytes of CRC-32C over the length and the payload, the
/// payload.
/// </summary>
internal static class JournalRecord
{
    public const int HeaderLength = 8;
    public const int LongestPayload = 0x3FF_FFFF;

    /// <summary>A turn: project, first sequence, time, number of events, the events.</summary>
    public const byte Turn = 1;

    /// <summary>The last sequence of every project when the segment began: known even after all older segments were deleted.</summary>
    public const byte Heads = 2;

    private const uint Marker = 0xCC00_0000;

    /// <summary>Leaves room for the header; give the result to <see cref="End"/> when the payload is written.</summary>
    public static int Begin(ref EventWriter to, byte kind)
    {
        var start = to.Length;
        to.Skip(HeaderLength);
        to.Byte(kind);
        return start;
    }

    public static void End(ref EventWriter to, int start)
    {
        var payload = to.Length - start - HeaderLength;
        if (payload > LongestPayload)
        {
            throw new InvalidOperationException($"A turn of {payload} bytes is longer than a journal record may be ({LongestPayload}).");
        }
        var header = to.At(start, HeaderLength);
        BinaryPrimitives.WriteUInt32LittleEndian(header, Marker | (uint)payload);
        var crc = Crc32C.Of(0, header[..4]);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], Crc32C.Of(crc, to.At(start + HeaderLength, payload)));
    }

    /// <summary>The payload's length if these 8 bytes may be a header, else -1.</summary>
    public static int PayloadLength(ReadOnlySpan<byte> header)
    {
        var length = BinaryPrimitives.ReadUInt32LittleEndian(header);
        return (length & ~(uint)LongestPayload) == Marker && length != Marker ? (int)(length & LongestPayload) : -1;
    }

    /// <summary>Whether header and payload belong together.</summary>
    public static bool IsIntact(ReadOnlySpan<byte> header, ReadOnlySpan<byte> payload) =>
        BinaryPrimitives.ReadUInt32LittleEndian(header[4..]) == Crc32C.Of(Crc32C.Of(0, header[..4]), payload);
}

/// <summary>The beginning of a turn's payload, read without its events.</summary>
internal readonly ref struct TurnHeader(ReadOnlySpan<byte> project, long firstSequence, long at, int count, ReadOnlySpan<byte> events)
{
    /// <summary>UTF-8.</summary>
    public ReadOnlySpan<byte> Project { get; } = project;

    public long FirstSequence { get; } = firstSequence;

    public long LastSequence => FirstSequence + _count - 1;

    private readonly int _count = count;
    private readonly long _at = at;
    private readonly ReadOnlySpan<byte> _events = events;

    /// <summary>Reads a payload of the kind <see cref="JournalRecord.Turn"/>, the kind byte already taken off.</summary>
    public static TurnHeader Read(ReadOnlySpan<byte> payload)
    {
        var reader = new EventReader(payload);
        var project = reader.Bytes();
        var first = (long)reader.Unsigned();
        var at = reader.Signed();
        var count = reader.Count();
        return new TurnHeader(project, first, at, count, payload[reader.Position..]);
    }

    /// <summary>The turn with a copy of its events, still encoded: the bytes here are gone with the next record.</summary>
    public JournalTurn ToTurn(ProjectId project) => new(project, FirstSequence, _at, _count, _events.ToArray());
}
