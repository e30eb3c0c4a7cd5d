namespace CallCenter.Media.Ports;

/// <summary>
/// The pairs of UDP ports that media may use. Taken in turn around the range, so that what still comes for a call just over does not
/// reach the next one. At the bound a pair is refused; nothing waits. From any thread.
/// </summary>
public sealed class PortPool
{
    private readonly Lock _changing = new();
    private readonly bool[] _isTaken;
    private readonly int _first;
    private int _next;

    /// <param name="first">The lowest port; rounded up to an even one.</param>
    /// <param name="last">The highest port that may be used.</param>
    /// <exception cref="ArgumentException">The range holds no pair or is no range of ports.</exception>
    public PortPool(int first, int last)
    {
        _first = first + (first & 1);
        if (first < 1 || last > ushort.MaxValue || last <= _first)
        {
            throw new ArgumentException($"Ports {first} to {last} hold no pair of an even port and the odd one above.");
        }

        _isTaken = new bool[(last - _first + 1) / 2];
    }

    /// <summary>How many pairs the range holds.</summary>
    public int Capacity => _isTaken.Length;

    /// <summary>How many of them are in use.</summary>
    public int Taken { get; private set; }

    /// <summary>False when all are in use.</summary>
    public bool TryTake(out PortPair pair)
    {
        lock (_changing)
        {
            for (var tried = 0; tried < _isTaken.Length && Taken < _isTaken.Length; tried++)
            {
                var index = _next;
                _next = (_next + 1) % _isTaken.Length;
                if (!_isTaken[index])
                {
                    Mark(index, isTaken: true);
                    pair = new PortPair(_first + (index * 2));
                    return true;
                }
            }
        }

        pair = default;
        return false;
    }

    /// <summary>A certain pair, to go on with it after a restart. False when it is in use or no pair of this range.</summary>
    public bool TryClaim(PortPair pair)
    {
        lock (_changing)
        {
            if (IndexOf(pair) is not { } index || _isTaken[index])
            {
                return false;
            }

            Mark(index, isTaken: true);
            return true;
        }
    }

    /// <exception cref="InvalidOperationException">It was not taken: two legs would share it from now on.</exception>
    public void Return(PortPair pair)
    {
        lock (_changing)
        {
            if (IndexOf(pair) is not { } index || !_isTaken[index])
            {
                throw new InvalidOperationException($"The pair {pair.Rtp} was not taken from this pool.");
            }

            Mark(index, isTaken: false);
        }
    }

    private void Mark(int index, bool isTaken)
    {
        _isTaken[index] = isTaken;
        Taken += isTaken ? 1 : -1;
    }

    private int? IndexOf(PortPair pair)
    {
        var offset = pair.Rtp - _first;
        return offset >= 0 && offset % 2 == 0 && offset / 2 < _isTaken.Length ? offset / 2 : null;
    }
}
