using System.Text;

namespace CallCenter.Sip.Messages;

/// <summary>Request-Line and Status-Line (RFC 3261 §7.1, §7.2).</summary>
internal static class StartLineSyntax
{
    /// <summary>False when the bytes do not look like SIP at all. <paramref name="next"/> is the start of the first header.</summary>
    public static bool TryParse(byte[] bytes, ref MessageParts parts, ref SipParser.Problems problems, out int next)
    {
        var lineFeed = bytes.AsSpan().IndexOf((byte)'\n');
        next = lineFeed + 1;
        if (lineFeed < 1)
        {
            return false;
        }

        var end = bytes[lineFeed - 1] == '\r' ? lineFeed - 1 : lineFeed;
        var line = bytes.AsSpan(0, end);
        return line.IndexOfAny(SipChars.Forbidden) < 0
            && (StartsWithVersion(line) ? TryStatusLine(line, ref parts) : TryRequestLine(line, ref parts, ref problems));
    }

    private static bool StartsWithVersion(ReadOnlySpan<byte> line) => line.Length > 4 && Ascii.EqualsIgnoreCase(line[..4], "SIP/"u8);

    /// <summary>SIP/2.0 SP 3DIGIT SP Reason-Phrase; the phrase may be empty and, tolerantly, its space missing.</summary>
    private static bool TryStatusLine(ReadOnlySpan<byte> line, ref MessageParts parts)
    {
        if (line.Length < 11 || !Ascii.EqualsIgnoreCase(line[..8], "SIP/2.0 "u8)
            || !SipChars.TryNumber(line.Slice(8, 3), 699, out var code) || code < 100 || (line.Length > 11 && line[11] != ' '))
        {
            return false;
        }

        parts.StatusCode = (int)code;
        parts.StartLineText = Slice.Of(Math.Min(12, line.Length), line.Length);
        return true;
    }

    private static bool TryRequestLine(ReadOnlySpan<byte> line, ref MessageParts parts, ref SipParser.Problems problems)
    {
        var first = line.IndexOf((byte)' ');
        if (first <= 0 || !SipChars.IsToken(line[..first]))
        {
            return false;
        }

        var trimmed = line.TrimEnd((byte)' ');
        var last = trimmed.LastIndexOf((byte)' ');
        if (last <= first || !StartsWithVersion(trimmed[(last + 1)..]))
        {
            return false;
        }

        parts.Method = SipMethods.Parse(line[..first]);
        parts.MethodToken = Slice.Of(0, first);
        parts.StartLineText = Slice.Of(first + 1, last);
        var uri = line[(first + 1)..last];
        if (!Ascii.EqualsIgnoreCase(trimmed[(last + 1)..], "SIP/2.0"u8))
        {
            problems.Add("Version Not Supported", 505);
        }
        else if (trimmed.Length != line.Length || uri.IndexOfAny((byte)' ', (byte)'\t') >= 0)
        {
            problems.Add("White space in Request-Line");
        }
        else if (uri.Length > SipLimits.MaxUriBytes)
        {
            problems.Add("Request-URI Too Long", 414);
        }
        else if (!SipChars.HasScheme(uri))
        {
            problems.Add("Invalid Request-URI");
        }

        return true;
    }
}
