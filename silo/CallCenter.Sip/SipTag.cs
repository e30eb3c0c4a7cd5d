using System.Buffers.Text;

namespace CallCenter.Sip;

/// <summary>
/// A From or To tag of ours: 16 hexadecimal digits, kept as a number so that finding the dialog of a message costs one
/// dictionary look-up and no string. Tags of peers are arbitrary tokens and stay text.
/// </summary>
public readonly record struct SipTag(ulong Value)
{
    internal const int TextLength = 16;

    /// <summary>True for the default value: no tag.</summary>
    public bool IsNone => Value == 0;

    /// <summary>False when the text cannot be a tag of ours.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out SipTag tag)
    {
        var ok = Utf8Parser.TryParse(text, out ulong value, out var used, 'x') && used == TextLength && text.Length == TextLength;
        tag = ok ? new SipTag(value) : default;
        return ok;
    }

    public static bool TryParse(string text, out SipTag tag)
    {
        ArgumentNullException.ThrowIfNull(text);
        var ok = ulong.TryParse(text, System.Globalization.NumberStyles.AllowHexSpecifier, null, out var value)
            && text.Length == TextLength;
        tag = ok ? new SipTag(value) : default;
        return ok;
    }

    public override string ToString() => Value.ToString("x16");

    internal void Write(Span<byte> target) => Value.TryFormat(target, out _, "x16");
}
