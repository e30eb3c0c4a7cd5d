namespace CallCenter.Engine.Numbering;

/// <summary>Brings telephone numbers to E.164 (+ and 8–15 digits), the one form that events, history and the configuration keep.</summary>
public static class PhoneNumbers
{
    public const int FewestDigits = 8;
    public const int MostDigits = 15;
    private const int LongestExtension = 6;

    /// <summary>Whether the text is in E.164 form: a plus, then 8–15 digits of which the first is not 0.</summary>
    public static bool IsE164(string? text) =>
        text is ['+', >= '1' and <= '9', ..] && text.Length - 1 is >= FewestDigits and <= MostDigits
        && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>
    /// Reads a number in any usual form: with +, 00 or the country's own prefix, with the trunk prefix, with bare calling code as many
    /// carriers signal it, as a <c>tel:</c> URI, with spaces, dashes, dots, slashes and brackets. Extensions (up to six digits),
    /// service codes and names such as <c>anonymous</c> are not numbers.
    /// </summary>
    /// <param name="country">ISO code of the country whose local form is understood, unless the number says another.</param>
    public static bool TryNormalise(string? raw, string country, out string e164)
    {
        e164 = "";
        if (raw is null) return false;
        Span<char> buffer = stackalloc char[24];
        if (!TryReadDigits(raw, buffer, out var length, out var plus)) return false;
        ReadOnlySpan<char> digits = buffer[..length];
        // Most numbers come as they should be: such a one is given back itself, not composed anew.
        if (plus && raw.Length != length + 1) return TryInternational(digits, out e164);
        if (plus)
        {
            e164 = IsInternational(digits) ? raw : "";
            return e164.Length > 0;
        }
        if (length <= LongestExtension) return false;
        var own = Context(raw) ?? Countries.Find(country);
        return own is null ? TryAfterPrefix(digits, "00", out e164) : TryLocal(digits, own, out e164);
    }

    private static Country? Context(string raw) => raw.IndexOf(';') is >= 0 and var at ? Subscriber.Context(raw.AsSpan(at)) : null;

    private static bool TryLocal(ReadOnlySpan<char> digits, Country own, out string e164)
    {
        if (TryAfterPrefix(digits, own.InternationalPrefix, out e164) || TryAfterPrefix(digits, "00", out e164)) return true;
        foreach (var prefix in own.TrunkPrefixes)
        {
            if (digits.StartsWith(prefix) && own.Fits(digits.Length - prefix.Length))
                return TryCompose(own.CallingCode, digits[prefix.Length..], out e164);
        }

        // Carriers signal full numbers without the plus; where the calling code fits, that reading is the likelier one.
        if (digits.StartsWith(own.CallingCode) && own.Fits(digits.Length - own.CallingCode.Length)) return TryCompose("", digits, out e164);
        var mayBeNational = digits[0] != '0' || own.TrunkPrefixes.Count == 0;
        if (own.Fits(digits.Length) && mayBeNational) return TryCompose(own.CallingCode, digits, out e164);
        // Too long for a national number: a foreign one without the plus, if its calling code is a known one.
        return digits.Length > own.MaxNational && Countries.OfInternational(digits) is not null && TryInternational(digits, out e164);
    }

    private static bool TryAfterPrefix(ReadOnlySpan<char> digits, string prefix, out string e164)
    {
        e164 = "";
        return digits.StartsWith(prefix) && TryInternational(digits[prefix.Length..], out e164);
    }

    private static bool TryInternational(ReadOnlySpan<char> digits, out string e164)
    {
        e164 = "";
        return IsInternational(digits) && TryCompose("", digits, out e164);
    }

    private static bool IsInternational(ReadOnlySpan<char> digits) => IsLikeE164("", digits)
        && (Countries.OfInternational(digits) is not { } country || country.Fits(digits.Length - country.CallingCode.Length));

    private static bool TryCompose(string callingCode, ReadOnlySpan<char> rest, out string e164)
    {
        e164 = IsLikeE164(callingCode, rest) ? string.Concat("+", callingCode, rest) : "";
        return e164.Length > 0;
    }

    private static bool IsLikeE164(string callingCode, ReadOnlySpan<char> rest) =>
        callingCode.Length + rest.Length is >= FewestDigits and <= MostDigits && (callingCode.Length > 0 || rest[0] != '0');

    /// <summary>Keeps the digits; false on anything that does not belong to a number, or when there are too many of them.</summary>
    private static bool TryReadDigits(ReadOnlySpan<char> raw, Span<char> digits, out int length, out bool plus)
    {
        (length, plus) = (0, false);
        raw = raw.Trim();
        if (raw.StartsWith("tel:", StringComparison.OrdinalIgnoreCase)) raw = raw[4..];
        if (raw.IndexOf(';') is >= 0 and var parameters) raw = raw[..parameters];
        if (raw.StartsWith("+"))
        {
            plus = true;
            raw = raw[1..];
        }

        for (var i = 0; i < raw.Length; i++)
        {
            // "+44 (0)20 …": the trunk prefix in brackets is not dialled from abroad.
            if (plus && raw[i..].StartsWith("(0)"))
            {
                i += 2;
                continue;
            }

            if (raw[i] is ' ' or '-' or '.' or '/' or '(' or ')' or '\u00A0' or '\u202F' or '\u2011') continue;
            if (!char.IsAsciiDigit(raw[i]) || length == digits.Length) return false;
            digits[length++] = raw[i];
        }

        return length > 0;
    }
}
