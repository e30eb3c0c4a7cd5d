using System.Buffers.Binary;
using CallCenter.Media.Rtp;

namespace CallCenter.Media.Rtcp;

/// <summary>
/// Writes a compound (RFC 3550 §6.1) into a buffer of the caller: a report first, then the source description that every compound has.
/// </summary>
public ref struct RtcpWriter(Span<byte> destination)
{
    /// <summary>Enough for a sender report with one block, a CNAME of at most 255 bytes and a BYE.</summary>
    public const int MostBytes = 28 + ReportBlock.Bytes + 268 + 8;

    private const byte CanonicalName = 1;

    private readonly Span<byte> _destination = destination;

    /// <summary>What was written so far.</summary>
    public int Length { get; private set; }

    /// <summary>SR with sender information, RR without.</summary>
    /// <param name="ssrc">Ours.</param>
    public void Report(uint ssrc, SenderInfo? sender, ReportBlock? block)
    {
        var start = Length;
        Length += RtcpPacket.HeaderBytes;
        Write(ssrc);
        if (sender is { } info)
        {
            info.Write(_destination[Length..]);
            Length += SenderInfo.Bytes;
        }

        if (block is { } one)
        {
            one.Write(_destination[Length..]);
            Length += ReportBlock.Bytes;
        }

        Header(start, block is null ? 0 : 1, sender is null ? RtcpPacketType.ReceiverReport : RtcpPacketType.SenderReport);
    }

    /// <summary>SDES with the CNAME alone.</summary>
    /// <param name="canonicalName">At most 255 bytes of UTF-8.</param>
    public void SourceDescription(uint ssrc, ReadOnlySpan<byte> canonicalName)
    {
        var start = Length;
        Length += RtcpPacket.HeaderBytes;
        Write(ssrc);
        _destination[Length++] = CanonicalName;
        _destination[Length++] = (byte)canonicalName.Length;
        canonicalName.CopyTo(_destination[Length..]);
        Length += canonicalName.Length;

        // One to four zeros end the chunk on a 32-bit boundary.
        var end = (Length / 4 * 4) + 4;
        _destination[Length..end].Clear();
        Length = end;
        Header(start, 1, RtcpPacketType.SourceDescription);
    }

    /// <summary>BYE without a reason.</summary>
    public void Goodbye(uint ssrc)
    {
        var start = Length;
        Length += RtcpPacket.HeaderBytes;
        Write(ssrc);
        Header(start, 1, RtcpPacketType.Goodbye);
    }

    private void Write(uint value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(_destination[Length..], value);
        Length += 4;
    }

    private readonly void Header(int start, int count, RtcpPacketType type)
    {
        _destination[start] = (byte)((RtpPacket.Version << 6) | count);
        _destination[start + 1] = (byte)type;
        BinaryPrimitives.WriteUInt16BigEndian(_destination[(start + 2)..], (ushort)(((Length - start) / 4) - 1));
    }
}
