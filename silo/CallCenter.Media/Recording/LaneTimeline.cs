using CallCenter.Media.Codecs;
using CallCenter.Media.Rtp;

namespace CallCenter.Media.Recording;

/// <summary>
/// One side of a recording: packets are laid where their timestamps say, so that a lost one is silence of its true length and a late one
/// still finds its place. Samples lie in a ring until they are taken; taken places are silent again.
/// 1. The first packet of a stream is laid at the moment it came.
/// 2. The others are laid by their distance in timestamps.
/// 3. Where that is too far from the moment they came (the phone's clock leapt, or drifts for hours) the stream is laid anew.
/// </summary>
internal sealed class LaneTimeline
{
    /// <summary>Two seconds: more than is ever between the oldest sample not taken and the newest.</summary>
    private const int RingSamples = 16_384;

    // More than jitter, less than a word.
    private const int MostDeviation = G711.SampleRate / 5;

    private readonly short[] _ring = new short[RingSamples];
    private readonly short[] _samples = new short[RingSamples / 4];
    private bool _isAnchored;
    private uint _ssrc;
    private uint _anchorTimestamp;
    private long _anchor;
    private long _taken;

    /// <param name="start">The first position that will be taken.</param>
    public LaneTimeline(long start) => _taken = start;

    /// <summary>Samples that came after their place was taken.</summary>
    public long Late { get; private set; }

    /// <param name="codes">G.711.</param>
    /// <param name="now">The position of this moment.</param>
    public void Lay(in RtpPacket packet, ReadOnlySpan<byte> codes, G711Law law, long now)
    {
        // A phone that sends longer packets than half a second is none.
        codes = codes[..Math.Min(codes.Length, _samples.Length)];
        var position = Position(packet, now);
        G711.Decode(law, codes, _samples);
        var late = (int)Math.Clamp(_taken - position, 0, codes.Length);
        Late += late;
        for (var i = late; i < codes.Length; i++)
        {
            _ring[(int)((position + i) & (RingSamples - 1))] = _samples[i];
        }
    }

    /// <summary>Writes the samples up to a position into one channel of interleaved frames, silence where nothing came.</summary>
    /// <param name="interleaved">Beginning with this lane's channel; two per sample.</param>
    /// <param name="count">How many; at most what the ring holds.</param>
    public void Take(Span<short> interleaved, int count)
    {
        for (var i = 0; i < count; i++)
        {
            ref var sample = ref _ring[(int)((_taken + i) & (RingSamples - 1))];
            interleaved[i * 2] = sample;
            sample = 0;
        }

        _taken += count;
    }

    /// <summary>Leaves samples out as if they had been taken.</summary>
    public void Forget(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _ring[(int)((_taken + i) & (RingSamples - 1))] = 0;
        }

        _taken += count;
    }

    private long Position(in RtpPacket packet, long now)
    {
        var position = _anchor + SequenceNumbers.Distance(packet.Timestamp, _anchorTimestamp);
        if (!_isAnchored || packet.Ssrc != _ssrc || Math.Abs(position - now) > MostDeviation)
        {
            (_isAnchored, _ssrc) = (true, packet.Ssrc);
            position = now;
        }

        // Moved along, so that the distance never comes near the wrap of timestamps.
        (_anchor, _anchorTimestamp) = (position, packet.Timestamp);
        return position;
    }
}
