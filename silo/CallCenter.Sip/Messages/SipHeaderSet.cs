namespace CallCenter.Sip.Messages;

/// <summary>A set of headers in one number.</summary>
public readonly record struct SipHeaderSet(ulong Bits)
{
    public static SipHeaderSet Of(params ReadOnlySpan<SipHeader> headers)
    {
        var bits = 0UL;
        foreach (var header in headers)
        {
            bits |= 1UL << (int)header;
        }

        return new SipHeaderSet(bits);
    }

    public bool Contains(SipHeader header) => (Bits & (1UL << (int)header)) != 0;

    public SipHeaderSet With(SipHeader header) => new(Bits | (1UL << (int)header));
}
