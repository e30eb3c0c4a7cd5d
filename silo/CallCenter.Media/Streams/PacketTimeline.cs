using CallCenter.Media.Codecs;
using CallCenter.Media.Rtp;

namespace CallCenter.Media.Streams;

/// <summary>
/// The samples of one stream, laid where their timestamps say, so that a lost packet is silence of its true length and a late one still
/// finds its place. They lie in a ring until they are taken; taken places are silent again.
/// 1. The first packet of a stream is laid at the moment it came.
/// 2. The others are laid by their distance in timestamps.
/// 3. Where that is too far from the moment they came (late, the phone's clock leapt, or drifted for hours) the stream is laid anew.
/// </summary>
/// <param name="start">The first position that will be taken.</param>
/// <param name="mostBehind">How many samples a packet may be late before the stream is laid anew.</param>
/// <param name="mostAhead">The same for packets that come early.</param>
internal sealed class PacketTimeline(long start, int mostBehind, int mostAhead)
{
    /// <summary>Two seconds: more than is ever between the oldest sample not taken and the newest.</summary>
    private const int RingSamples = 16_384;

    private readonly short[] _ring = new short[RingSamples];

    // A phone that sends longer packets than half a second is none.
    private readonly short[] _samples = new short[RingSamples / 4];
    private bool _isAnchored;
    private uint _ssrc;
    private uint _anchorTimestamp;
    private long _anchor;
    private long _taken = start;

    /// <param name="packet">In G.711.</param>
    /// <param name="now">The position of this moment.</param>
    /// <param name="waited">How many samples ago it may have come, because nobody read it.</param>
    public void Lay(in RtpPacket packet, G711Law law, long now, long waited = 0)
    {
        var codes = packet.Payload[..Math.Min(packet.Payload.Length, _samples.Length)];
        var position = Position(packet, now, waited);
        G711.Decode(law, codes, _samples);
        for (var i = (int)Math.Clamp(_taken - position, 0, codes.Length); i < codes.Length; i++)
        {
            _ring[Place(position + i)] = _samples[i];
        }
    }

    /// <summary>Writes the next samples into one channel, silence where nothing came.</summary>
    /// <param name="samples">Beginning with the channel.</param>
    /// <param name="count">How many; at most what the ring holds.</param>
    /// <param name="stride">1, or the number of interleaved channels.</param>
    public void Take(Span<short> samples, int count, int stride = 1)
    {
        for (var i = 0; i < count; i++)
        {
            samples[i * stride] = _ring[Place(_taken + i)];
        }

        Forget(count);
    }

    /// <summary>Leaves samples out as if they had been taken.</summary>
    public void Forget(int count)
    {
        for (var i = 0; i < Math.Min(count, RingSamples); i++)
        {
            _ring[Place(_taken + i)] = 0;
        }

        _taken += count;
    }

    private static int Place(long position) => (int)(position & (RingSamples - 1));

    private long Position(in RtpPacket packet, long now, long waited)
    {
        var position = _anchor + SequenceNumbers.Distance(packet.Timestamp, _anchorTimestamp);
        if (!_isAnchored || packet.Ssrc != _ssrc || position < now - waited - mostBehind || position > now + mostAhead)
        {
            (_isAnchored, _ssrc) = (true, packet.Ssrc);
            position = now;
        }

        // Moved along, so that the distance never comes near the wrap of timestamps.
        (_anchor, _anchorTimestamp) = (position, packet.Timestamp);
        return position;
    }
}
