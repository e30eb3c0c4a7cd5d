using System.Buffers.Binary;

namespace CallCenter.Media.Rtp;

/// <summary>The twelve bytes that we write before a payload (RFC 3550 §5.1): no padding, no extension, no contributing sources.</summary>
/// <param name="PayloadType">0 to 127.</param>
/// <param name="Timestamp">In units of the payload type's clock rate.</param>
public readonly record struct RtpHeader(byte PayloadType, bool HasMarker, ushort SequenceNumber, uint Timestamp, uint Ssrc)
{
    /// <param name="destination">At least <see cref="RtpPacket.HeaderBytes"/> bytes.</param>
    public void Write(Span<byte> destination)
    {
        destination[0] = RtpPacket.Version << 6;
        destination[1] = (byte)(PayloadType | (HasMarker ? 0x80 : 0));
        BinaryPrimitives.WriteUInt16BigEndian(destination[2..], SequenceNumber);
        BinaryPrimitives.WriteUInt32BigEndian(destination[4..], Timestamp);
        BinaryPrimitives.WriteUInt32BigEndian(destination[8..], Ssrc);
    }
}
