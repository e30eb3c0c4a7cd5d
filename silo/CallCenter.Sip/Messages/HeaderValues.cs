namespace CallCenter.Sip.Messages;

/// <summary>
/// The values of a header over all its lines, split at top-level commas (RFC 3261 §7.3.1), for <c>foreach</c>. Not for headers
/// whose values contain bare commas (Date, the four authentication headers): read those line by line.
/// </summary>
public ref struct HeaderValues
{
    private readonly SipMessage _message;
    private readonly SipHeader _header;
    private int _next;
    private ReadOnlySpan<byte> _rest;

    internal HeaderValues(SipMessage message, SipHeader header)
    {
        _message = message;
        _header = header;
    }

    public ReadOnlySpan<byte> Current { get; private set; }

    public readonly HeaderValues GetEnumerator() => this;

    public bool MoveNext()
    {
        while (true)
        {
            while (_rest.IsEmpty)
            {
                _next = _message.IndexOf(_header, _next) + 1;
                if (_next == 0)
                {
                    return false;
                }

                _rest = _message.LineAt(_next - 1).Value;
            }

            Current = TakeValue();
            if (!Current.IsEmpty)
            {
                return true;
            }
        }
    }

    private ReadOnlySpan<byte> TakeValue()
    {
        var end = 0;
        while (end < _rest.Length && _rest[end] != ',')
        {
            end = _rest[end] switch
            {
                (byte)'"' => SipChars.SkipQuoted(_rest, end),
                (byte)'<' => AfterBracket(end),
                _ => end + 1,
            };
            if (end < 0)
            {
                end = _rest.Length;
            }
        }

        var value = SipChars.Trim(_rest[..end]);
        _rest = end < _rest.Length ? _rest[(end + 1)..] : default;
        return value;
    }

    private readonly int AfterBracket(int at)
    {
        var close = _rest[at..].IndexOf((byte)'>');
        return close < 0 ? -1 : at + close + 1;
    }
}
