using System.Text;

namespace CallCenter.Sip;

/// <summary>
/// A From or To tag of ours, kept as a number so that finding the dialog of a message costs one dictionary look-up and no string. Tags of
/// peers are arbitrary tokens and stay text.
/// </summary>
/// <param name="Owner">Whose it is, where several share the stack; see <see cref="OwnedNumber"/>.</param>
public readonly record struct SipTag(ulong Value, ushort Owner = 0)
{
    /// <summary>True for the default value: no tag.</summary>
    public bool IsNone => Value == 0;

    internal int TextLength => OwnedNumber.Length(Owner);

    /// <summary>False when the text cannot be a tag of ours.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out SipTag tag)
    {
        var ok = OwnedNumber.TryParse(text, out var value, out var owner);
        tag = ok ? new SipTag(value, owner) : default;
        return ok;
    }

    public static bool TryParse(string text, out SipTag tag)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(Encoding.UTF8.GetBytes(text), out tag);
    }

    public override string ToString() => OwnedNumber.ToString(Value, Owner);

    internal void Write(Span<byte> target) => OwnedNumber.Write(Value, Owner, target);
}
