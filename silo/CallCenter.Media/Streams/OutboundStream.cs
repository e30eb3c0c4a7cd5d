using CallCenter.Media.Quality;
using CallCenter.Media.Rtp;

namespace CallCenter.Media.Streams;

/// <summary>
/// The one stream that a peer hears from us (RFC 3550 §5.1): one SSRC, sequence numbers without a gap and timestamps that follow the clock,
/// whatever it is made of. Where its source changes (another leg, a player, keys) it is spliced: the next number, and the time that passed.
/// Within a source the distances of the source stay, so that its losses and its order are heard as they are.
/// </summary>
internal sealed class OutboundStream
{
    private readonly uint _firstTimestamp;
    private object? _source;
    private uint _sourceSsrc;
    private uint _sourceHighest;
    private uint _sequenceOffset;
    private uint _timestampOffset;
    private uint _spliced;

    // The moment of the timestamp that was sent last.
    private uint _timedAt;

    // Highest sequence number (extended) in the upper half, its timestamp in the lower: one word, so that another thread reads both.
    private ulong _position;

    public OutboundStream(uint ssrc, uint before, uint timestamp)
    {
        Ssrc = ssrc;
        Before = before;
        _firstTimestamp = timestamp;
        Advance(before, timestamp);
    }

    public uint Ssrc { get; }

    /// <summary>Sent since the beginning.</summary>
    public uint PacketCount { get; private set; }

    /// <summary>Payload bytes sent since the beginning.</summary>
    public uint OctetCount { get; private set; }

    public bool HasSent => PacketCount > 0;

    /// <summary>The extended sequence number before the first packet.</summary>
    public uint Before { get; }

    /// <summary>The highest sequence number sent, roll-overs in its upper 16 bits.</summary>
    public uint Highest => Position.Highest;

    /// <summary>Of that packet.</summary>
    public uint Timestamp => Position.Timestamp;

    /// <summary>Both of one moment. From any thread.</summary>
    public (uint Highest, uint Timestamp) Position
    {
        get
        {
            var position = Volatile.Read(ref _position);
            return ((uint)(position >> 32), (uint)position);
        }
    }

    /// <summary>The header of a packet that is passed on; false when it was sent before the source became this stream's.</summary>
    /// <param name="source">Whose packet: compared by reference.</param>
    /// <param name="payloadType">What the peer calls it.</param>
    /// <param name="now">Monotonic, in units of the clock rate.</param>
    public bool TryMap(object source, in RtpPacket packet, byte payloadType, uint now, out RtpHeader header)
    {
        var isSpliced = !ReferenceEquals(source, _source) || packet.Ssrc != _sourceSsrc || IsFarAway(packet.SequenceNumber);
        if (isSpliced)
        {
            Splice(source);
            _sourceSsrc = packet.Ssrc;
            _sourceHighest = packet.SequenceNumber;
            _sequenceOffset = _spliced - packet.SequenceNumber;
            _timestampOffset = NextTimestamp(now) - packet.Timestamp;
        }

        var sequenceNumber = SequenceNumbers.Extend(packet.SequenceNumber, _sourceHighest);
        var mapped = sequenceNumber + _sequenceOffset;
        header = new RtpHeader(
            payloadType, packet.HasMarker || isSpliced, (ushort)mapped, packet.Timestamp + _timestampOffset, Ssrc);
        if (SequenceNumbers.Distance(mapped, _spliced) < 0)
        {
            return false;
        }

        if (isSpliced || SequenceNumbers.Distance(sequenceNumber, _sourceHighest) > 0)
        {
            // The packets of a key keep the timestamp of its beginning, which is not the moment of the later ones.
            _timedAt = header.Timestamp == Timestamp ? _timedAt : now;
            _sourceHighest = sequenceNumber;
            Advance(mapped, header.Timestamp);
        }

        return true;
    }

    /// <summary>A packet of the source that is not passed on on purpose: what follows closes the gap, so that it is no loss.</summary>
    public void Skip(object source, in RtpPacket packet)
    {
        if (!ReferenceEquals(source, _source) || packet.Ssrc != _sourceSsrc || IsFarAway(packet.SequenceNumber))
        {
            return;
        }

        var sequenceNumber = SequenceNumbers.Extend(packet.SequenceNumber, _sourceHighest);
        if (SequenceNumbers.Distance(sequenceNumber, _sourceHighest) > 0)
        {
            _sourceHighest = sequenceNumber;
            _sequenceOffset--;
        }
    }

    /// <summary>The header of a packet of our own: the next number.</summary>
    /// <param name="source">Who makes it: compared by reference.</param>
    /// <param name="advance">Units since the source's packet before; of its first one the clock decides.</param>
    public RtpHeader Next(object source, byte payloadType, uint advance, uint now)
    {
        var isSpliced = !ReferenceEquals(source, _source);
        var timestamp = isSpliced ? NextTimestamp(now) : Timestamp + advance;
        if (isSpliced)
        {
            Splice(source);
        }

        Advance(Highest + 1, timestamp);
        _timedAt = isSpliced ? now : _timedAt + advance;
        return new RtpHeader(payloadType, isSpliced, (ushort)Highest, timestamp, Ssrc);
    }

    /// <summary>The timestamp of this moment, for a sender report.</summary>
    public uint TimestampAt(uint now) => Timestamp + (now - _timedAt);

    public void CountSent(int payloadBytes)
    {
        PacketCount++;
        OctetCount += (uint)payloadBytes;
    }

    private void Splice(object source)
    {
        _source = source;
        _spliced = Highest + 1;
    }

    // At least one unit ahead: two packets of the same moment would be one.
    private uint NextTimestamp(uint now) => HasSent ? Timestamp + Math.Max(1, now - _timedAt) : _firstTimestamp;

    private bool IsFarAway(ushort sequenceNumber) =>
        Math.Abs((short)(sequenceNumber - (ushort)_sourceHighest)) >= ReceptionStatistics.MostDropout;

    private void Advance(uint highest, uint timestamp) => Volatile.Write(ref _position, ((ulong)highest << 32) | timestamp);
}
