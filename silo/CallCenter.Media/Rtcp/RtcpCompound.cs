using System.Buffers.Binary;
using CallCenter.Media.Rtp;

namespace CallCenter.Media.Rtcp;

/// <summary>The packets of one RTCP datagram, one after the other. Bytes, no copies.</summary>
public ref struct RtcpCompound
{
    private const byte PaddingBit = 0x20;

    private ReadOnlySpan<byte> _rest;

    private RtcpCompound(ReadOnlySpan<byte> datagram)
    {
        _rest = datagram;
        Current = default;
    }

    public RtcpPacket Current { get; private set; }

    /// <summary>
    /// False for whatever is no compound packet by RFC 3550 A.2: it begins with a report, every packet has version 2, only the last one
    /// is padded, and the lengths add up to the datagram. Never throws.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> datagram, out RtcpCompound compound)
    {
        compound = new RtcpCompound(datagram);
        if (datagram.Length < RtcpPacket.HeaderBytes
            || datagram[1] is not ((byte)RtcpPacketType.SenderReport or (byte)RtcpPacketType.ReceiverReport))
        {
            return false;
        }

        var rest = datagram;
        while (rest.Length > 0)
        {
            var bytes = Length(rest);
            if (bytes > rest.Length || rest[0] >> 6 != RtpPacket.Version || ((rest[0] & PaddingBit) != 0 && bytes != rest.Length))
            {
                return false;
            }

            rest = rest[bytes..];
        }

        return true;
    }

    /// <summary>Moves to the next packet; false at the end.</summary>
    public bool MoveNext()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        var bytes = Length(_rest);
        Current = new RtcpPacket(_rest[..bytes]);
        _rest = _rest[bytes..];
        return true;
    }

    // The field counts 32-bit words less one. A rest too short for a header is longer than itself and thereby refused.
    private static int Length(ReadOnlySpan<byte> packet) =>
        packet.Length < RtcpPacket.HeaderBytes ? int.MaxValue : (BinaryPrimitives.ReadUInt16BigEndian(packet[2..]) + 1) * 4;
}
