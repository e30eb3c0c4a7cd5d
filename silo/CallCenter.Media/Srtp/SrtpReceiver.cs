using System.Buffers.Binary;
using System.Security.Cryptography;
using CallCenter.Media.Rtp;

namespace CallCenter.Media.Srtp;

/// <summary>
/// Opens what a peer sends (RFC 3711 §3.3, §3.4): whatever is not authentic, or came before, is refused. One thread at a time; nothing is
/// allocated for a packet.
/// </summary>
internal sealed class SrtpReceiver : IDisposable
{
    /// <summary>Streams under one key that are remembered, so that an old one cannot be sent again; beyond, new ones are refused.</summary>
    public const int MostStreams = 16;

    /// <summary>
    /// Under a key that we just got to know the peer's stream may be under way: after a restart of ours, or where it changed its key and
    /// went on counting (RFC 3711 §3.3.1). How often its numbers rolled over is in no packet; up to so often it is found out by its tag.
    /// At 50 packets a second that is half a day.
    /// </summary>
    public const int MostRollOversBefore = 32;

    private readonly SessionKeys _rtp;
    private readonly SessionKeys _rtcp;
    private readonly int _tagBytes;
    private readonly Dictionary<uint, ReplayWindow> _streams = new(MostStreams);
    private readonly Dictionary<uint, ReplayWindow> _reports = new(MostStreams);

    /// <param name="hasShortTags">Audio carries 32 bits of its tags, reports all 80 (RFC 4568 §6.2.2).</param>
    public SrtpReceiver(SrtpMasterKey key, bool hasShortTags = false)
    {
        _rtp = SessionKeys.ForRtp(key);
        _rtcp = SessionKeys.ForRtcp(key);
        _tagBytes = hasShortTags ? SessionKeys.ShortTagBytes : SessionKeys.TagBytes;
    }

    /// <summary>Opens an RTP packet in place.</summary>
    /// <returns>Its length without the tag; less than 0 for what is refused, which is as it was.</returns>
    public int TryOpen(Span<byte> datagram)
    {
        var length = datagram.Length - _tagBytes;
        if (length < RtpPacket.HeaderBytes || !RtpPacket.TryParseEncrypted(datagram[..length], out var packet))
        {
            return -1;
        }

        var isKnown = _streams.TryGetValue(packet.Ssrc, out var window);
        uint index = isKnown ? SequenceNumbers.Extend(packet.SequenceNumber, window.Highest) : packet.SequenceNumber;
        if (!window.Allows(index) || (!isKnown && _streams.Count == MostStreams))
        {
            return -1;
        }

        var tries = _streams.Count == 0 ? MostRollOversBefore : 1;
        while (!IsAuthentic(datagram[..length], index >> 16, datagram[length..]))
        {
            if (--tries == 0)
            {
                return -1;
            }

            index += 1 << 16;
        }

        var (ssrc, payloadAt) = (packet.Ssrc, packet.PayloadAt);
        window.Accept(index);
        _streams[ssrc] = window;
        _rtp.Cipher.Apply(ssrc, index, datagram[payloadAt..length]);
        return length;
    }

    /// <summary>Opens a compound of reports in place.</summary>
    /// <returns>Its length without index and tag; less than 0 for what is refused.</returns>
    public int TryOpenReport(Span<byte> datagram)
    {
        var authenticated = datagram.Length - SessionKeys.TagBytes;
        var length = authenticated - SrtpSender.IndexBytes;
        if (length < SrtpSender.RtcpHeaderBytes)
        {
            return -1;
        }

        var ssrc = BinaryPrimitives.ReadUInt32BigEndian(datagram[4..]);
        var indexAndBit = BinaryPrimitives.ReadUInt32BigEndian(datagram[length..]);
        var index = indexAndBit & ~SrtpSender.EncryptedBit;
        var isKnown = _reports.TryGetValue(ssrc, out var window);
        if (!window.Allows(index) || (!isKnown && _reports.Count == MostStreams)
            || !IsAuthentic(_rtcp, datagram[..authenticated], default, datagram[authenticated..]))
        {
            return -1;
        }

        window.Accept(index);
        _reports[ssrc] = window;
        if ((indexAndBit & SrtpSender.EncryptedBit) != 0)
        {
            _rtcp.Cipher.Apply(ssrc, index, datagram[SrtpSender.RtcpHeaderBytes..length]);
        }

        return length;
    }

    public void Dispose()
    {
        _rtp.Dispose();
        _rtcp.Dispose();
    }

    private bool IsAuthentic(ReadOnlySpan<byte> packet, uint rollOvers, ReadOnlySpan<byte> tag)
    {
        Span<byte> unsent = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(unsent, rollOvers);
        return IsAuthentic(_rtp, packet, unsent, tag);
    }

    private static bool IsAuthentic(SessionKeys keys, ReadOnlySpan<byte> packet, ReadOnlySpan<byte> unsent, ReadOnlySpan<byte> tag)
    {
        Span<byte> expected = stackalloc byte[SessionKeys.TagBytes];
        expected = expected[..tag.Length];
        keys.Authenticate(packet, unsent, expected);
        return CryptographicOperations.FixedTimeEquals(expected, tag);
    }
}
