using CallCenter.Media.Rtp;

namespace CallCenter.Media.Engine;

/// <summary>What we speak ourselves. All legs share one grid of 20 ms: a wake-up serves them all.</summary>
internal sealed partial class MediaLoop
{
    /// <summary>A frame of 20 ms in G.711.</summary>
    public const int FrameBytes = 160;

    private const long FrameUs = 20_000;

    // Later than this, frames are left out and not made up for: phones hold about as much.
    private const long LatestFrameUs = 100_000;

    private readonly byte[] _frame = GC.AllocateArray<byte>(RtpPacket.HeaderBytes + FrameBytes, pinned: true);
    private readonly List<MediaLeg> _speaking = [];
    private long _nextFrameUs;

    private bool IsSpeaking => _speaking.Count > 0;

    /// <summary>What is sent on the leg from now on in place of the other leg's audio; null lets that through again.</summary>
    private void SetSpeaker(MediaLeg leg, IFrameSource? speaker)
    {
        leg.Speaker = speaker;
        if (speaker is null)
        {
            _speaking.Remove(leg);
            return;
        }

        if (!IsSpeaking)
        {
            _nextFrameUs = _nowUs;
        }

        if (!_speaking.Contains(leg))
        {
            _speaking.Add(leg);
        }
    }

    /// <summary>In place of a clip that plays; null for the other leg of the bridge. Keys are pressed to their end first.</summary>
    public void Play(MediaLeg leg, IFrameSource? player)
    {
        if (leg.Slot < 0)
        {
            return;
        }

        if (leg.Speaker is KeySpeaker pressing)
        {
            var waiting = pressing.Interrupted;
            pressing.Interrupted = player;
            waiting?.TellEnd(leg, _observer, isComplete: false);
            return;
        }

        var before = leg.Speaker;
        SetSpeaker(leg, player ?? leg.Party);
        before?.TellEnd(leg, _observer, isComplete: false);
    }

    /// <summary>Nothing happens where the peer does not understand keys, or the leg is gone; the end is told all the same.</summary>
    public void PressKeys(MediaLeg leg, IEnumerable<byte> codes)
    {
        if (leg.Slot < 0 || leg.Formats.Keys is not { } format)
        {
            _observer.KeysSent(leg);
            return;
        }

        if (leg.Speaker is KeySpeaker pressing)
        {
            pressing.Append(codes);
            return;
        }

        // A conference is not interrupted but comes back by itself, as the leg may leave it meanwhile.
        SetSpeaker(leg, new KeySpeaker(codes, format.PayloadType, leg.Speaker == leg.Party ? null : leg.Speaker));
    }

    private void Speak()
    {
        if (_nowUs - _nextFrameUs > LatestFrameUs)
        {
            _nextFrameUs = _nowUs;
        }

        for (; IsSpeaking && _nowUs >= _nextFrameUs; _nextFrameUs += FrameUs)
        {
            MixConferences();

            // From the end, because who has spoken leaves the list.
            for (var i = _speaking.Count - 1; i >= 0; i--)
            {
                SpeakOn(_speaking[i]);
            }
        }
    }

    private void SpeakOn(MediaLeg leg)
    {
        var speaker = leg.Speaker!;
        var length = leg.MaySend ? speaker.Next(leg, _frame, Units(leg.Formats.ClockRate)) : 0;
        if (length > 0)
        {
            Send(leg, _frame.AsSpan(0, length));
        }
        else if (length < 0)
        {
            SetSpeaker(leg, speaker.Interrupted ?? leg.Party);
            speaker.TellEnd(leg, _observer, isComplete: true);
        }
    }
}
