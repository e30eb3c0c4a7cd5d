using System.Buffers.Binary;

namespace CallCenter.Media.Rtcp;

/// <summary>What a receiver says of one stream it hears (RFC 3550 §6.4.1).</summary>
/// <param name="Ssrc">The stream's.</param>
/// <param name="FractionLost">Since the previous report, in 1/256.</param>
/// <param name="CumulativeLost">Since the beginning; negative when more came than was sent (repeated packets).</param>
/// <param name="HighestSequenceNumber">Extended by the number of roll-overs in its upper 16 bits.</param>
/// <param name="Jitter">In units of the stream's clock rate.</param>
/// <param name="LastSenderReport">The middle 32 bits of the NTP time of the last sender report heard; 0 for none.</param>
/// <param name="DelaySinceLastSenderReport">In 1/65536 s.</param>
public readonly record struct ReportBlock(
    uint Ssrc, byte FractionLost, int CumulativeLost, uint HighestSequenceNumber, uint Jitter, uint LastSenderReport,
    uint DelaySinceLastSenderReport)
{
    internal const int Bytes = 24;

    private const int MostLost = 0x7FFFFF;
    private const int LeastLost = -0x800000;

    /// <param name="source">At least 24 bytes.</param>
    internal static ReportBlock Read(ReadOnlySpan<byte> source)
    {
        var fractionAndLost = BinaryPrimitives.ReadInt32BigEndian(source[4..]);
        return new ReportBlock(
            BinaryPrimitives.ReadUInt32BigEndian(source),
            source[4],
            fractionAndLost << 8 >> 8,
            BinaryPrimitives.ReadUInt32BigEndian(source[8..]),
            BinaryPrimitives.ReadUInt32BigEndian(source[12..]),
            BinaryPrimitives.ReadUInt32BigEndian(source[16..]),
            BinaryPrimitives.ReadUInt32BigEndian(source[20..]));
    }

    /// <param name="destination">At least 24 bytes. The count of lost packets stays within its 24 bits (RFC 3550 A.3).</param>
    internal void Write(Span<byte> destination)
    {
        var lost = Math.Clamp(CumulativeLost, LeastLost, MostLost);
        BinaryPrimitives.WriteUInt32BigEndian(destination, Ssrc);
        BinaryPrimitives.WriteInt32BigEndian(destination[4..], (FractionLost << 24) | (lost & 0xFFFFFF));
        BinaryPrimitives.WriteUInt32BigEndian(destination[8..], HighestSequenceNumber);
        BinaryPrimitives.WriteUInt32BigEndian(destination[12..], Jitter);
        BinaryPrimitives.WriteUInt32BigEndian(destination[16..], LastSenderReport);
        BinaryPrimitives.WriteUInt32BigEndian(destination[20..], DelaySinceLastSenderReport);
    }
}
