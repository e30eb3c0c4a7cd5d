namespace CallCenter.Sip.Messages;

/// <summary>
/// A tel URI (RFC 3966): a telephone subscriber without a host. The same subscriber may be the user part of a SIP URI (RFC 3261 §19.1.6),
/// so that readers of numbers need know one form only.
/// </summary>
public static class TelUri
{
    private const string Scheme = "tel:";

    private static readonly System.Buffers.SearchValues<char> NumberCharacters =
        System.Buffers.SearchValues.Create("0123456789abcdefABCDEF*#-.()");

    private static readonly System.Buffers.SearchValues<char> NotInParameters = System.Buffers.SearchValues.Create("<>\"@ ");

    /// <summary>
    /// The subscriber as written, escapes resolved: number with its visual separators, then parameters (<c>;phone-context</c>,
    /// <c>;ext</c> …). A local number without context, which the RFC forbids and carriers send, is read.
    /// </summary>
    public static bool TryParse(string text, out string subscriber)
    {
        ArgumentNullException.ThrowIfNull(text);
        subscriber = "";
        if (text.Length > SipLimits.MaxUriBytes || !text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var read = Uri.UnescapeDataString(text[Scheme.Length..]);
        var end = read.IndexOf(';', StringComparison.Ordinal);
        var number = end < 0 ? read : read[..end];
        var digits = number.AsSpan(number.StartsWith('+') ? 1 : 0);
        if (digits.IndexOfAnyExcept(NumberCharacters) >= 0 || digits.IndexOfAnyExcept("-.()") < 0
            || read.AsSpan(number.Length).ContainsAny(NotInParameters) || read.Any(char.IsControl))
        {
            return false;
        }

        subscriber = read;
        return true;
    }
}
