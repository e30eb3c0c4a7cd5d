namespace CallCenter.Sip.Messages;

/// <summary>One header line of a message, as it stands there; the name may be in compact form.</summary>
public readonly ref struct HeaderLine
{
    internal HeaderLine(SipHeader header, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        Header = header;
        Name = name;
        Value = value;
    }

    public SipHeader Header { get; }

    public ReadOnlySpan<byte> Name { get; }

    /// <summary>The whole value without surrounding white space; folding is already replaced by spaces.</summary>
    public ReadOnlySpan<byte> Value { get; }
}
