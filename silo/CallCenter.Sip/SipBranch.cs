using System.Buffers.Text;

namespace CallCenter.Sip;

/// <summary>
/// A Via branch of ours: the magic cookie of RFC 3261 §8.1.1.7 and 16 hexadecimal digits. As with <see cref="SipTag"/> the
/// number is the key, so that a response finds its client transaction without making a string.
/// </summary>
public readonly record struct SipBranch(ulong Value)
{
    internal const int TextLength = 7 + SipTag.TextLength;

    /// <summary>The prefix that says the branch is unique (RFC 3261).</summary>
    public static ReadOnlySpan<byte> MagicCookie => "z9hG4bK"u8;

    public bool IsNone => Value == 0;

    /// <summary>False when the text is not a branch this stack could have written.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out SipBranch branch)
    {
        branch = default;
        if (text.Length != TextLength || !HasMagicCookie(text)
            || !Utf8Parser.TryParse(text[7..], out ulong value, out var used, 'x') || used != SipTag.TextLength)
        {
            return false;
        }

        branch = new SipBranch(value);
        return true;
    }

    /// <summary>True when the branch begins with the magic cookie; case does not matter (RFC 3261 §7.3.1, tokens).</summary>
    public static bool HasMagicCookie(ReadOnlySpan<byte> branch) =>
        branch.Length > 7 && System.Text.Ascii.EqualsIgnoreCase(branch[..7], MagicCookie);

    public override string ToString() => "z9hG4bK" + Value.ToString("x16");

    internal void Write(Span<byte> target)
    {
        MagicCookie.CopyTo(target);
        Value.TryFormat(target[7..], out _, "x16");
    }
}
