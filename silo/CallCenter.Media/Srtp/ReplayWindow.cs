namespace CallCenter.Media.Srtp;

/// <summary>Which of the last 64 packets of a stream came, so that none is accepted twice (RFC 3711 §3.3.2).</summary>
internal struct ReplayWindow
{
    private const int Bits = 64;

    private ulong _seen;
    private bool _hasBegun;

    /// <summary>The highest index accepted.</summary>
    public uint Highest { get; private set; }

    /// <summary>Whether a packet may be new.</summary>
    public readonly bool Allows(uint index)
    {
        var behind = (int)(Highest - index);
        return !_hasBegun || behind < 0 || (behind < Bits && (_seen & (1UL << behind)) == 0);
    }

    /// <summary>Notes a packet that was allowed and is authentic.</summary>
    public void Accept(uint index)
    {
        var ahead = _hasBegun ? (int)(index - Highest) : Bits;
        if (ahead > 0)
        {
            _seen = ahead >= Bits ? 1 : (_seen << ahead) | 1;
            (Highest, _hasBegun) = (index, true);
            return;
        }

        _seen |= 1UL << -ahead;
    }
}
