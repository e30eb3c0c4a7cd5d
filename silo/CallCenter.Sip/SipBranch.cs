namespace CallCenter.Sip;

/// <summary>
/// A Via branch of ours: the magic cookie of RFC 3261 §8.1.1.7 and 16 hexadecimal digits. As with <see cref="SipTag"/> the
/// number is the key, so that a response finds its client transaction without making a string.
/// </summary>
/// <param name="Owner">Whose it is, where several share the stack; see <see cref="OwnedNumber"/>.</param>
public readonly record struct SipBranch(ulong Value, ushort Owner = 0)
{
    private const int CookieLength = 7;

    /// <summary>The prefix that says the branch is unique (RFC 3261).</summary>
    public static ReadOnlySpan<byte> MagicCookie => "z9hG4bK"u8;

    public bool IsNone => Value == 0;

    internal int TextLength => CookieLength + OwnedNumber.Length(Owner);

    /// <summary>False when the text is not a branch this stack could have written.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out SipBranch branch)
    {
        branch = default;
        if (!HasMagicCookie(text) || !OwnedNumber.TryParse(text[CookieLength..], out var value, out var owner))
        {
            return false;
        }

        branch = new SipBranch(value, owner);
        return true;
    }

    /// <summary>True when the branch begins with the magic cookie; case does not matter (RFC 3261 §7.3.1, tokens).</summary>
    public static bool HasMagicCookie(ReadOnlySpan<byte> branch) =>
        branch.Length > CookieLength && System.Text.Ascii.EqualsIgnoreCase(branch[..CookieLength], MagicCookie);

    public override string ToString() => "z9hG4bK" + OwnedNumber.ToString(Value, Owner);

    internal void Write(Span<byte> target)
    {
        MagicCookie.CopyTo(target);
        OwnedNumber.Write(Value, Owner, target[CookieLength..]);
    }
}
