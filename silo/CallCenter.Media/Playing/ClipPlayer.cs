using CallCenter.Media.Codecs;
using CallCenter.Media.Engine;
using CallCenter.Media.Rtp;

namespace CallCenter.Media.Playing;

/// <summary>Sends a clip in frames of 20 ms; the last one is filled up with silence.</summary>
internal sealed class ClipPlayer : IFrameSource
{
    private readonly Playback _playback;
    private int _position;

    public ClipPlayer(Playback playback)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(playback.Start, TimeSpan.Zero);
        _playback = playback;
        _position = (int)((long)(playback.Start.TotalSeconds * G711.SampleRate) % playback.Clip.Length);
    }

    public IFrameSource? Interrupted => null;

    public int Next(MediaLeg leg, Span<byte> packet, uint now)
    {
        if (_position >= _playback.Clip.Length)
        {
            return -1;
        }

        // Where nobody understands us the clip is over all the same when its time is.
        if (leg.Formats.Spoken is not { } format)
        {
            Advance(MediaLoop.FrameBytes);
            return 0;
        }

        leg.Outbound.Next(this, format.PayloadType, MediaLoop.FrameBytes, now).Write(packet);
        Fill(format.Law!.Value, packet.Slice(RtpPacket.HeaderBytes, MediaLoop.FrameBytes));
        return RtpPacket.HeaderBytes + MediaLoop.FrameBytes;
    }

    public void TellEnd(MediaLeg leg, IMediaObserver observer, bool isComplete) => observer.PlaybackEnded(leg, _playback, isComplete);

    private void Fill(G711Law law, Span<byte> frame)
    {
        var codes = _playback.Clip.Codes(law);
        while (!frame.IsEmpty && _position < codes.Length)
        {
            var length = Math.Min(frame.Length, codes.Length - _position);
            codes.Slice(_position, length).CopyTo(frame);
            frame = frame[length..];
            Advance(length);
        }

        frame.Fill(law == G711Law.A ? G711.SilenceALaw : G711.SilenceMuLaw);
    }

    private void Advance(int samples)
    {
        _position += samples;
        if (_playback.IsLooped)
        {
            _position %= _playback.Clip.Length;
        }
    }
}
