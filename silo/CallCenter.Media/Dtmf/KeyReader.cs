using CallCenter.Media.Rtp;

namespace CallCenter.Media.Dtmf;

/// <summary>
/// Telephone-events of one stream become keys (RFC 4733 §2.5.1), each told once whatever is lost, repeated or late:
/// 1. all packets of a key carry the timestamp at which it began, so the same timestamp is the same key;
/// 2. the first packet with the end bit tells it, the two that repeat it are of a key that was told;
/// 3. where all three are lost it is told when the next key begins, or when nothing more was heard of it for a while;
/// 4. what has an older timestamp than the key told last is late and says nothing new.
/// </summary>
public sealed class KeyReader
{
    /// <summary>Without another packet a key counts as released. Phones repeat the event every 20 to 50 ms as long as it is held.</summary>
    public const int TimeoutMs = 250;

    private readonly Queue<KeyPress> _pressed = new();
    private char _key;
    private uint _began;
    private ushort _duration;
    private int _durationBefore;
    private long _heardMs;
    private bool _isHeld;
    private bool _hasTold;
    private uint _toldTimestamp;

    /// <summary>Whether a key is down, so that <see cref="TryTake"/> has to be asked later though no packet comes.</summary>
    public bool IsHeld => _isHeld;

    /// <param name="payload">Of a packet with the telephone-event payload type; what is no key is ignored.</param>
    /// <param name="timestamp">Of that packet.</param>
    /// <param name="nowMs">Monotonic.</param>
    public void Receive(ReadOnlySpan<byte> payload, uint timestamp, long nowMs)
    {
        if (!TelephoneEvent.TryRead(payload, out var heard) || heard.Key is not { } key || IsOfToldKey(timestamp))
        {
            return;
        }

        if (_isHeld && timestamp != _began)
        {
            if (SequenceNumbers.Distance(timestamp, _began) < 0)
            {
                return;
            }

            BeginNext(key, timestamp);
        }

        if (!_isHeld)
        {
            (_isHeld, _key, _began, _duration, _durationBefore) = (true, key, timestamp, 0, 0);
        }

        _duration = Math.Max(_duration, heard.Duration);
        _heardMs = nowMs;
        if (heard.IsEnd)
        {
            Tell();
        }
    }

    /// <summary>The next key that was released by now; false when there is none.</summary>
    public bool TryTake(long nowMs, out KeyPress press)
    {
        if (_isHeld && nowMs - _heardMs >= TimeoutMs)
        {
            Tell();
        }

        return _pressed.TryDequeue(out press);
    }

    // A key held for more than 65,535 units goes on as a new segment that begins where the full one ended (RFC 4733 §2.5.1.3).
    private void BeginNext(char key, uint timestamp)
    {
        if (key == _key && _duration == ushort.MaxValue && timestamp == _began + _duration)
        {
            _durationBefore += _duration;
            (_began, _duration) = (timestamp, 0);
            return;
        }

        Tell();
    }

    private bool IsOfToldKey(uint timestamp) => _hasTold && SequenceNumbers.Distance(timestamp, _toldTimestamp) <= 0;

    private void Tell()
    {
        _pressed.Enqueue(new KeyPress(_key, _durationBefore + _duration));
        (_isHeld, _hasTold, _toldTimestamp) = (false, true, _began);
    }
}
