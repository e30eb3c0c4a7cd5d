using CallCenter.Media.Codecs;
using CallCenter.Media.Engine;
using CallCenter.Media.Rtp;
using CallCenter.Media.Streams;

namespace CallCenter.Media.Mixing;

/// <summary>One leg in a conference: what it said and has not been mixed yet, and what it hears next.</summary>
internal sealed class MixParty : IFrameSource
{
    // A packet may come 20 ms late; see Conference.DelaySamples.
    private const int MostBehind = Conference.FrameSamples;
    private const int MostAhead = 2 * Conference.FrameSamples;

    private readonly PacketTimeline _said;
    private readonly Limiter _limiter = new();
    private readonly short[] _heard = new short[Conference.FrameSamples];
    private readonly float[] _sum = new float[Conference.FrameSamples];

    // By party: how loud it is heard here just now. What changes goes there along a line.
    private readonly Dictionary<MixParty, float> _gains = [];

    public MixParty(MediaLeg leg, MixPlace place, long taken)
    {
        Leg = leg;
        Place = place;
        _said = new PacketTimeline(taken, MostBehind, MostAhead);
    }

    public MediaLeg Leg { get; }

    public MixPlace Place { get; set; }

    /// <summary>What it said in the frame that is mixed.</summary>
    public short[] Frame { get; } = new short[Conference.FrameSamples];

    public IFrameSource? Interrupted => null;

    public void Hear(in RtpPacket packet, G711Law law, long now) => _said.Lay(packet, law, now);

    public void Take() => _said.Take(Frame, Conference.FrameSamples);

    public void Forget(int count) => _said.Forget(count);

    public void ForgetParty(MixParty party) => _gains.Remove(party);

    /// <summary>Sums up what this party hears of the frame.</summary>
    public void Mix(List<MixParty> parties)
    {
        Array.Clear(_sum);
        foreach (var party in parties)
        {
            if (party != this)
            {
                Add(party);
            }
        }

        _limiter.Limit(_sum, _heard);
    }

    public int Next(MediaLeg leg, Span<byte> packet, uint now)
    {
        if (leg.Formats.Spoken is not { } format)
        {
            return 0;
        }

        leg.Outbound.Next(this, format.PayloadType, Conference.FrameSamples, now).Write(packet);
        G711.Encode(format.Law!.Value, _heard, packet[RtpPacket.HeaderBytes..]);
        return RtpPacket.HeaderBytes + Conference.FrameSamples;
    }

    public void TellEnd(MediaLeg leg, IMediaObserver observer, bool isComplete)
    {
        // Whoever takes a leg out of a conference knows it.
    }

    private void Add(MixParty party)
    {
        var target = IsHeardHere(party.Place) ? (float)party.Place.Gain : 0;
        var gain = _gains.GetValueOrDefault(party);
        if (gain == 0 && target == 0)
        {
            return;
        }

        var step = (target - gain) / Conference.FrameSamples;
        for (var i = 0; i < _sum.Length; i++)
        {
            gain += step;
            _sum[i] += party.Frame[i] * gain;
        }

        _gains[party] = target;
    }

    private bool IsHeardHere(MixPlace speaker) =>
        speaker.Role == MixRole.Join || (speaker.Role == MixRole.Whisper && speaker.WhisperTo == Leg);
}
