using System.Text;

namespace CallCenter.Sip.Messages;

/// <summary>Reads <c>;name=value</c> lists, with white space and quoted strings allowed (RFC 3261 §7.3.1).</summary>
public static class SipParams
{
    /// <summary>
    /// Takes the next parameter from the front of <paramref name="rest"/>. <paramref name="value"/> keeps its quotes; it is
    /// empty for a parameter without value. False at the end or where the text is no parameter.
    /// </summary>
    public static bool TryNext(scoped ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        name = value = default;
        var at = SipChars.SkipSpace(rest, 0);
        if (at >= rest.Length || rest[at] != ';')
        {
            return false;
        }

        var start = SipChars.SkipSpace(rest, at + 1);
        var end = start;
        while (end < rest.Length && rest[end] != ';')
        {
            if (rest[end] == '"')
            {
                end = SipChars.SkipQuoted(rest, end);
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

        var whole = rest[start..end];
        rest = rest[end..];
        var equals = whole.IndexOf((byte)'=');
        name = SipChars.Trim(equals < 0 ? whole : whole[..equals]);
        value = equals < 0 ? default : SipChars.Trim(whole[(equals + 1)..]);
        return true;
    }

    /// <summary>Finds a parameter by name, ignoring case; <paramref name="value"/> is without quotes.</summary>
    public static bool TryGet(ReadOnlySpan<byte> parameters, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        var rest = parameters;
        while (TryNext(ref rest, out var candidate, out value))
        {
            if (Ascii.EqualsIgnoreCase(candidate, name))
            {
                value = Unquote(value);
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>Every parameter has a token as name and the list is read to its end.</summary>
    public static bool AreWellFormed(ReadOnlySpan<byte> parameters)
    {
        var rest = parameters;
        while (TryNext(ref rest, out var name, out _))
        {
            if (!SipChars.IsToken(name))
            {
                return false;
            }
        }

        return SipChars.Trim(rest).IsEmpty;
    }

    /// <summary>The inside of a quoted string, escapes left in place; other text as it is.</summary>
    public static ReadOnlySpan<byte> Unquote(ReadOnlySpan<byte> value) =>
        value.Length >= 2 && value[0] == '"' && value[^1] == '"' ? value[1..^1] : value;
}
