using System.Buffers.Binary;

namespace CallCenter.Media.Rtcp;

/// <summary>One packet of a compound (RFC 3550 §6.4 to §6.6), read in place. <see cref="RtcpCompound"/> checked its length.</summary>
public readonly ref struct RtcpPacket
{
    internal const int HeaderBytes = 4;

    private const int SsrcBytes = 4;
    private const byte CanonicalName = 1;

    private readonly ReadOnlySpan<byte> _bytes;

    internal RtcpPacket(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public RtcpPacketType Type => (RtcpPacketType)_bytes[1];

    /// <summary>Whose packet it is: the reporter, the first one described, the first one who leaves. 0 where nobody is named.</summary>
    public uint Ssrc => _bytes.Length < HeaderBytes + SsrcBytes ? 0 : BinaryPrimitives.ReadUInt32BigEndian(_bytes[HeaderBytes..]);

    /// <summary>Of a sender or receiver report.</summary>
    public int ReportBlockCount => Math.Min(_bytes[0] & 0x1F, Math.Max(0, (_bytes.Length - BlocksAt) / ReportBlock.Bytes));

    private int BlocksAt => HeaderBytes + SsrcBytes + (Type == RtcpPacketType.SenderReport ? SenderInfo.Bytes : 0);

    /// <summary>False for other packets than a whole sender report.</summary>
    public bool TryReadSenderInfo(out SenderInfo info)
    {
        var isThere = Type == RtcpPacketType.SenderReport && _bytes.Length >= HeaderBytes + SsrcBytes + SenderInfo.Bytes;
        info = isThere ? SenderInfo.Read(_bytes[(HeaderBytes + SsrcBytes)..]) : default;
        return isThere;
    }

    /// <summary>False where the packet has no block about this stream.</summary>
    public bool TryReadReportBlock(uint ssrc, out ReportBlock block)
    {
        block = default;
        if (Type is not (RtcpPacketType.SenderReport or RtcpPacketType.ReceiverReport))
        {
            return false;
        }

        for (var i = 0; i < ReportBlockCount; i++)
        {
            block = ReportBlock.Read(_bytes[(BlocksAt + (i * ReportBlock.Bytes))..]);
            if (block.Ssrc == ssrc)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The CNAME of the first source described, as UTF-8; empty when there is none (RFC 3550 §6.5.1).</summary>
    public ReadOnlySpan<byte> ReadCanonicalName()
    {
        if (Type != RtcpPacketType.SourceDescription)
        {
            return default;
        }

        // Items are type, length, text; type 0 ends the chunk.
        var at = HeaderBytes + SsrcBytes;
        while (at + 2 <= _bytes.Length && _bytes[at] != 0)
        {
            var length = _bytes[at + 1];
            if (at + 2 + length > _bytes.Length)
            {
                return default;
            }

            if (_bytes[at] == CanonicalName)
            {
                return _bytes.Slice(at + 2, length);
            }

            at += 2 + length;
        }

        return default;
    }
}
