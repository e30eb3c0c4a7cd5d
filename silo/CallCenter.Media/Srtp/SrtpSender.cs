using System.Buffers.Binary;
using CallCenter.Media.Rtp;

namespace CallCenter.Media.Srtp;

/// <summary>Protects what we send (RFC 3711 §3.3, §3.4). One thread at a time; nothing is allocated for a packet.</summary>
internal sealed class SrtpSender : IDisposable
{
    /// <summary>How much longer a protected packet may be.</summary>
    public const int MostExtraBytes = IndexBytes + SessionKeys.TagBytes;

    internal const int IndexBytes = 4;
    internal const int RtcpHeaderBytes = 8;
    internal const uint EncryptedBit = 0x8000_0000;

    private readonly SessionKeys _rtp;
    private readonly SessionKeys _rtcp;
    private readonly uint _rollOversBefore;
    private uint _rtcpIndex;

    /// <param name="hasShortTags">See <see cref="HasShortTags"/>.</param>
    /// <param name="rollOversBefore">Of the stream, before this key: whoever gets to know the key now counts from none.</param>
    public SrtpSender(SrtpMasterKey key, bool hasShortTags = false, uint rollOversBefore = 0)
    {
        _rtp = SessionKeys.ForRtp(key);
        _rtcp = SessionKeys.ForRtcp(key);
        HasShortTags = hasShortTags;
        _rollOversBefore = rollOversBefore;
    }

    /// <summary>Audio carries 32 bits of its tags, reports all 80 (RFC 4568 §6.2.2).</summary>
    public bool HasShortTags { get; set; }

    /// <param name="packet">RTP with a header of twelve bytes, and room for the tag behind it.</param>
    /// <param name="length">Of the packet.</param>
    /// <param name="extended">Its sequence number with roll-overs in the upper 16 bits.</param>
    /// <returns>The length with the tag.</returns>
    public int Protect(Span<byte> packet, int length, uint extended)
    {
        var index = extended - (_rollOversBefore << 16);
        var ssrc = BinaryPrimitives.ReadUInt32BigEndian(packet[8..]);
        _rtp.Cipher.Apply(ssrc, index, packet[RtpPacket.HeaderBytes..length]);
        Span<byte> rollOvers = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(rollOvers, index >> 16);
        var tagBytes = HasShortTags ? SessionKeys.ShortTagBytes : SessionKeys.TagBytes;
        _rtp.Authenticate(packet[..length], rollOvers, packet.Slice(length, tagBytes));
        return length + tagBytes;
    }

    /// <param name="compound">RTCP, and room for <see cref="MostExtraBytes"/> behind it.</param>
    /// <param name="length">Of the compound.</param>
    /// <returns>The length with index and tag.</returns>
    public int ProtectReport(Span<byte> compound, int length)
    {
        var index = _rtcpIndex & ~EncryptedBit;
        _rtcpIndex = index + 1;
        var ssrc = BinaryPrimitives.ReadUInt32BigEndian(compound[4..]);
        _rtcp.Cipher.Apply(ssrc, index, compound[RtcpHeaderBytes..length]);
        BinaryPrimitives.WriteUInt32BigEndian(compound[length..], index | EncryptedBit);
        var authenticated = length + IndexBytes;
        _rtcp.Authenticate(compound[..authenticated], default, compound.Slice(authenticated, SessionKeys.TagBytes));
        return authenticated + SessionKeys.TagBytes;
    }

    public void Dispose()
    {
        _rtp.Dispose();
        _rtcp.Dispose();
    }
}
