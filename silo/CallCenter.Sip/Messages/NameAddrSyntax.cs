namespace CallCenter.Sip.Messages;

/// <summary>
/// Cuts one value of From, To, Contact, Route … into display name, URI and header parameters (RFC 3261 §20.10, §20.20). Works
/// on positions, so a message can remember them without copying.
/// </summary>
internal readonly record struct NameAddrSyntax(Slice Display, Slice Uri, Slice Parameters, int End)
{
    /// <summary>
    /// Reads from <paramref name="at"/> up to a top-level comma or the end of <paramref name="text"/>. Positions are relative to
    /// <paramref name="text"/>. False when quotes or brackets do not close or text stands where none may.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> text, int at, out NameAddrSyntax result)
    {
        result = default;
        var start = SipChars.SkipSpace(text, at);
        if (start >= text.Length)
        {
            return false;
        }

        if (text[start] == '"')
        {
            var afterQuotes = SipChars.SkipQuoted(text, start);
            if (afterQuotes < 0)
            {
                return false;
            }

            var bracket = SipChars.SkipSpace(text, afterQuotes);
            return bracket < text.Length && text[bracket] == '<'
                && TryBracketed(text, Slice.Of(start, afterQuotes), bracket, out result);
        }

        var stop = text[start..].IndexOfAny((byte)'<', (byte)',', (byte)';');
        if (stop >= 0 && text[start + stop] == '<')
        {
            var display = SipChars.Trim(text.Slice(start, stop));
            return IsTokens(display) && TryBracketed(text, Slice.Of(start, start + display.Length), start + stop, out result);
        }

        return TryBare(text, start, out result);
    }

    /// <summary>A URI with headers has to stand in brackets (RFC 3261 §20, RFC 4475 §3.1.2.13).</summary>
    private static readonly System.Buffers.SearchValues<byte> NotInBareUri = System.Buffers.SearchValues.Create(" \t\"?>"u8);

    /// <summary>Without brackets everything after the first semicolon belongs to the header (RFC 3261 §20).</summary>
    private static bool TryBare(ReadOnlySpan<byte> text, int start, out NameAddrSyntax result)
    {
        var length = text[start..].IndexOfAny((byte)',', (byte)';');
        var end = length < 0 ? text.Length : start + length;
        var uri = SipChars.Trim(text[start..end]);
        return WithParameters(text, default, Slice.Of(start, start + uri.Length), end, out result)
            && !uri.IsEmpty && uri.IndexOfAny(NotInBareUri) < 0;
    }

    private static bool TryBracketed(ReadOnlySpan<byte> text, Slice display, int bracket, out NameAddrSyntax result)
    {
        var close = text[bracket..].IndexOf((byte)'>');
        if (close < 0)
        {
            result = default;
            return false;
        }

        // White space next to the brackets is tolerated; it cannot change the meaning.
        var start = SipChars.SkipSpace(text, bracket + 1);
        var uri = SipChars.Trim(text[start..Math.Max(start, bracket + close)]);
        return WithParameters(text, display, Slice.Of(start, start + uri.Length), bracket + close + 1, out result)
            && !uri.IsEmpty && uri.IndexOfAny((byte)'<', (byte)'"') < 0;
    }

    private static bool WithParameters(ReadOnlySpan<byte> text, Slice display, Slice uri, int at, out NameAddrSyntax result)
    {
        result = default;
        var start = SipChars.SkipSpace(text, at);
        var end = start;
        while (end < text.Length && text[end] != ',')
        {
            if (text[end] == '"')
            {
                end = SipChars.SkipQuoted(text, end);
                if (end < 0)
                {
                    return false;
                }
            }
            else
            {
                end++;
            }
        }

        var parameters = SipChars.Trim(text[start..end]);
        result = new NameAddrSyntax(display, uri, Slice.Of(start, start + parameters.Length), end);
        return parameters.IsEmpty || (parameters[0] == ';' && SipParams.AreWellFormed(parameters));
    }

    /// <summary>An unquoted display name is a row of tokens; other printable characters are tolerated (RFC 4475 §3.1.1.6).</summary>
    private static bool IsTokens(ReadOnlySpan<byte> display) => display.IndexOfAny((byte)'"', (byte)'>', (byte)';') < 0;
}
