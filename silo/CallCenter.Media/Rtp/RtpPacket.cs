using System.Buffers.Binary;

namespace CallCenter.Media.Rtp;

/// <summary>An RTP packet (RFC 3550 §5.1) read in place: the spans point into the datagram and live as long as it does.</summary>
public readonly ref struct RtpPacket
{
    /// <summary>Bytes of a header without contributing sources and without extension.</summary>
    public const int HeaderBytes = 12;

    internal const byte Version = 2;

    private const int SourceBytes = 4;
    private const int ExtensionHeaderBytes = 4;
    private const byte PaddingBit = 0x20;
    private const byte ExtensionBit = 0x10;
    private const byte SourceCountMask = 0x0F;
    private const byte MarkerBit = 0x80;
    private const byte PayloadTypeMask = 0x7F;

    private readonly ReadOnlySpan<byte> _sources;

    private RtpPacket(ReadOnlySpan<byte> datagram, int sourceBytes)
    {
        PayloadType = (byte)(datagram[1] & PayloadTypeMask);
        HasMarker = (datagram[1] & MarkerBit) != 0;
        SequenceNumber = BinaryPrimitives.ReadUInt16BigEndian(datagram[2..]);
        Timestamp = BinaryPrimitives.ReadUInt32BigEndian(datagram[4..]);
        Ssrc = BinaryPrimitives.ReadUInt32BigEndian(datagram[8..]);
        _sources = datagram.Slice(HeaderBytes, sourceBytes);
    }

    /// <summary>0 to 127.</summary>
    public byte PayloadType { get; }

    /// <summary>The first packet after silence (RFC 3551 §4.1), or the first of a key (RFC 4733 §2.5.1).</summary>
    public bool HasMarker { get; }

    public ushort SequenceNumber { get; }

    /// <summary>In units of the payload type's clock rate.</summary>
    public uint Timestamp { get; }

    public uint Ssrc { get; }

    /// <summary>0 to 15 contributing sources, which a mixer names.</summary>
    public int ContributingSourceCount => _sources.Length / SourceBytes;

    /// <summary>The profile's 16 bits before the extension; 0 without extension.</summary>
    public ushort ExtensionProfile { get; private init; }

    /// <summary>The extension without its four bytes of header; empty without extension.</summary>
    public ReadOnlySpan<byte> Extension { get; private init; }

    /// <summary>Without padding. Empty is allowed: some phones keep a router's binding alive with it.</summary>
    public ReadOnlySpan<byte> Payload { get; private init; }

    /// <summary>Where the payload begins in the datagram; at least <see cref="HeaderBytes"/>, so a new header fits before it.</summary>
    public int PayloadAt { get; private init; }

    public uint ContributingSource(int index) => BinaryPrimitives.ReadUInt32BigEndian(_sources[(index * SourceBytes)..]);

    /// <summary>False for whatever is no RTP packet: another version, or lengths that do not fit (RFC 3550 A.1). Never throws.</summary>
    public static bool TryParse(ReadOnlySpan<byte> datagram, out RtpPacket packet)
    {
        if (!TryParseEncrypted(datagram, out packet))
        {
            return false;
        }

        if ((datagram[0] & PaddingBit) == 0)
        {
            return true;
        }

        // Its last byte says how much of it there is, that byte included.
        var padding = datagram[^1];
        if (padding == 0 || padding > packet.Payload.Length)
        {
            packet = default;
            return false;
        }

        packet = packet with { Payload = packet.Payload[..^padding] };
        return true;
    }

    /// <summary>The same of an encrypted packet (RFC 3711 §3.1), whose padding is a part of the payload that nobody can read yet.</summary>
    public static bool TryParseEncrypted(ReadOnlySpan<byte> datagram, out RtpPacket packet)
    {
        packet = default;
        if (datagram.Length < HeaderBytes || datagram[0] >> 6 != Version)
        {
            return false;
        }

        var sourceBytes = (datagram[0] & SourceCountMask) * SourceBytes;
        var payloadAt = HeaderBytes + sourceBytes;
        ReadOnlySpan<byte> extension = default;
        ushort profile = 0;
        if ((datagram[0] & ExtensionBit) != 0)
        {
            if (!TryReadExtension(datagram, payloadAt, out profile, out extension))
            {
                return false;
            }

            payloadAt += ExtensionHeaderBytes + extension.Length;
        }

        if (payloadAt > datagram.Length)
        {
            return false;
        }

        packet = new RtpPacket(datagram, sourceBytes)
        {
            ExtensionProfile = profile,
            Extension = extension,
            PayloadAt = payloadAt,
            Payload = datagram[payloadAt..],
        };
        return true;
    }

    private static bool TryReadExtension(ReadOnlySpan<byte> datagram, int at, out ushort profile, out ReadOnlySpan<byte> extension)
    {
        extension = default;
        profile = 0;
        if (datagram.Length < at + ExtensionHeaderBytes)
        {
            return false;
        }

        profile = BinaryPrimitives.ReadUInt16BigEndian(datagram[at..]);
        var bytes = BinaryPrimitives.ReadUInt16BigEndian(datagram[(at + 2)..]) * 4;
        if (datagram.Length < at + ExtensionHeaderBytes + bytes)
        {
            return false;
        }

        extension = datagram.Slice(at + ExtensionHeaderBytes, bytes);
        return true;
    }
}
