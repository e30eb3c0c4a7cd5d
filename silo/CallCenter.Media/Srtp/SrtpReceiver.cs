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

    private readonly SessionKeys _rtp;
    private readonly SessionKeys _rtcp;
    private readonly Dictionary<uint, ReplayWindow> _streams = new(MostStreams);
    private readonly Dictionary<uint, ReplayWindow> _reports = new(MostStreams);

    // SSRC in the upper half, highest index in the lower: one word, so that another thread reads both.
    private ulong _position;

    public SrtpReceiver(SrtpMasterKey key)
    {
        _rtp = SessionKeys.ForRtp(key);
        _rtcp = SessionKeys.ForRtcp(key);
    }

    /// <summary>The stream heard last and its highest index, roll-overs included. From any thread.</summary>
    public (uint Ssrc, uint Highest) Position
    {
        get
        {
            var position = Volatile.Read(ref _position);
            return ((uint)(position >> 32), (uint)position);
        }
    }

    /// <summary>Goes on with a stream that was heard before a restart: how often its numbers rolled over is in no packet.</summary>
    public void Resume(uint ssrc, uint highest)
    {
        _streams[ssrc] = ReplayWindow.From(highest);
        Volatile.Write(ref _position, ((ulong)ssrc << 32) | highest);
    }

    /// <summary>Opens an RTP packet in place.</summary>
    /// <returns>Its length without the tag; less than 0 for what is refused, which is as it was.</returns>
    public int TryOpen(Span<byte> datagram)
    {
        var length = datagram.Length - SessionKeys.TagBytes;
        if (length < RtpPacket.HeaderBytes || !RtpPacket.TryParseEncrypted(datagram[..length], out var packet))
        {
            return -1;
        }

        var isKnown = _streams.TryGetValue(packet.Ssrc, out var window);
        var index = isKnown ? SequenceNumbers.Extend(packet.SequenceNumber, window.Highest) : packet.SequenceNumber;
        Span<byte> rollOvers = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(rollOvers, index >> 16);
        if (!window.Allows(index) || (!isKnown && _streams.Count == MostStreams)
            || !IsAuthentic(_rtp, datagram[..length], rollOvers, datagram[length..]))
        {
            return -1;
        }

        var (ssrc, payloadAt) = (packet.Ssrc, packet.PayloadAt);
        window.Accept(index);
        _streams[ssrc] = window;
        Volatile.Write(ref _position, ((ulong)ssrc << 32) | window.Highest);
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

    private static bool IsAuthentic(SessionKeys keys, ReadOnlySpan<byte> packet, ReadOnlySpan<byte> unsent, ReadOnlySpan<byte> tag)
    {
        Span<byte> expected = stackalloc byte[SessionKeys.TagBytes];
        keys.Authenticate(packet, unsent, expected);
        return CryptographicOperations.FixedTimeEquals(expected, tag);
    }
}
