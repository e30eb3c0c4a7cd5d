namespace CallCenter.Media.Dtmf;

/// <summary>
/// One key as telephone-events (RFC 4733 §2.5.1): a payload per packet interval, all with the timestamp of the first, the duration growing;
/// then three with the end bit, because a lost end is a key held for ever.
/// </summary>
public struct KeyWriter
{
    private const int EndPackets = 3;

    // −10 dBm0: what phones send; loud enough for whoever makes a tone of it.
    private const byte Volume = 10;

    private readonly byte _code;
    private readonly int _durationUnits;
    private readonly int _intervalUnits;
    private int _units;
    private int _ends;

    /// <param name="code">0 to 15, see <see cref="TelephoneEvent.CodeOf"/>.</param>
    /// <param name="durationUnits">How long it is pressed, in timestamp units, at most 65,535: 800 are 100 ms at 8 kHz.</param>
    /// <param name="intervalUnits">Between two packets: 160 are 20 ms.</param>
    public KeyWriter(byte code, int durationUnits, int intervalUnits)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(durationUnits, ushort.MaxValue);
        (_code, _durationUnits, _intervalUnits) = (code, durationUnits, intervalUnits);
    }

    public readonly bool IsOver => _ends == EndPackets;

    /// <summary>Whether the next packet is the first, which has the marker bit.</summary>
    public readonly bool IsFirst => _units == 0;

    /// <summary>The next packet's payload. Not to be called when it is over.</summary>
    /// <param name="payload">At least <see cref="TelephoneEvent.Bytes"/>.</param>
    public void Next(Span<byte> payload)
    {
        _units = Math.Min(_units + _intervalUnits, _durationUnits);
        var isEnd = _units == _durationUnits;
        _ends += isEnd ? 1 : 0;
        new TelephoneEvent(_code, isEnd, Volume, (ushort)_units).Write(payload);
    }
}
