namespace CallCenter.Sip.Messages;

/// <summary>A place in a message. 16 bits suffice because a message is at most <see cref="SipLimits.MaxMessageBytes"/> long.</summary>
internal readonly record struct Slice(ushort Start, ushort Length)
{
    public int End => Start + Length;

    public bool IsEmpty => Length == 0;

    public ReadOnlySpan<byte> In(byte[] buffer) => buffer.AsSpan(Start, Length);

    public static Slice Of(int start, int end) => new((ushort)start, (ushort)(end - start));
}
