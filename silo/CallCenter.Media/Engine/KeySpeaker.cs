using CallCenter.Media.Codecs;
using CallCenter.Media.Dtmf;
using CallCenter.Media.Rtp;

namespace CallCenter.Media.Engine;

/// <summary>
/// Presses keys on a leg, one after the other with a pause between them; what the peer would hear otherwise waits so long. Then whatever
/// was spoken before goes on.
/// </summary>
internal sealed class KeySpeaker : IFrameSource
{
    private const int FrameUnits = G711.SampleRate / 50;

    // Long enough for whoever makes tones of them: Q.24 wants 40 ms each, others recognise nothing below 70.
    private const int KeyUnits = 5 * FrameUnits;
    private const int PauseFrames = 4;

    /// <summary>Keys that wait to be pressed: beyond, they are left out.</summary>
    public const int MostWaiting = 64;

    private readonly Queue<byte> _codes;
    private readonly byte _payloadType;
    private KeyWriter _writer;
    private object _press = new();
    private int _pause;

    /// <param name="codes">At least one, see <see cref="TelephoneEvent.CodeOf"/>.</param>
    /// <param name="interrupted">What goes on afterwards.</param>
    public KeySpeaker(IEnumerable<byte> codes, byte payloadType, IFrameSource? interrupted)
    {
        _codes = new Queue<byte>(codes);
        _payloadType = payloadType;
        Interrupted = interrupted;
        _writer = NextKey();
    }

    public IFrameSource? Interrupted { get; set; }

    public void Append(IEnumerable<byte> codes)
    {
        foreach (var code in codes.Take(MostWaiting - _codes.Count))
        {
            _codes.Enqueue(code);
        }
    }

    public int Next(MediaLeg leg, Span<byte> packet, uint now)
    {
        if (_pause > 0)
        {
            _pause--;
            return 0;
        }

        if (_writer.IsOver)
        {
            if (_codes.Count == 0)
            {
                return -1;
            }

            _writer = NextKey();
        }

        // All packets of a key keep its timestamp; the next key is another source, so that it has the time of its own beginning.
        leg.Outbound.Next(_press, _payloadType, advance: 0, now).Write(packet);
        _writer.Next(packet[RtpPacket.HeaderBytes..]);
        if (_writer.IsOver)
        {
            _pause = PauseFrames;
        }

        return RtpPacket.HeaderBytes + TelephoneEvent.Bytes;
    }

    public void TellEnd(MediaLeg leg, IMediaObserver observer, bool isComplete) => observer.KeysSent(leg);

    private KeyWriter NextKey()
    {
        _press = new object();
        return new KeyWriter(_codes.Dequeue(), KeyUnits, FrameUnits);
    }
}
