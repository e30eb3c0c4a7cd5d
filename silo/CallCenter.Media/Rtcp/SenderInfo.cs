using System.Buffers.Binary;

namespace CallCenter.Media.Rtcp;

/// <summary>What a sender report says of the sender's own stream (RFC 3550 §6.4.1).</summary>
/// <param name="NtpTime">Seconds since 1900 in the upper 32 bits, their fraction in the lower.</param>
/// <param name="RtpTimestamp">The same moment in the stream's clock.</param>
/// <param name="PacketCount">Sent since the beginning; wraps.</param>
/// <param name="OctetCount">Payload bytes sent since the beginning; wraps.</param>
public readonly record struct SenderInfo(ulong NtpTime, uint RtpTimestamp, uint PacketCount, uint OctetCount)
{
    internal const int Bytes = 20;

    /// <param name="source">At least 20 bytes.</param>
    internal static SenderInfo Read(ReadOnlySpan<byte> source) => new(
        BinaryPrimitives.ReadUInt64BigEndian(source),
        BinaryPrimitives.ReadUInt32BigEndian(source[8..]),
        BinaryPrimitives.ReadUInt32BigEndian(source[12..]),
        BinaryPrimitives.ReadUInt32BigEndian(source[16..]));

    /// <param name="destination">At least 20 bytes.</param>
    internal void Write(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64BigEndian(destination, NtpTime);
        BinaryPrimitives.WriteUInt32BigEndian(destination[8..], RtpTimestamp);
        BinaryPrimitives.WriteUInt32BigEndian(destination[12..], PacketCount);
        BinaryPrimitives.WriteUInt32BigEndian(destination[16..], OctetCount);
    }
}
