using System.Buffers;

namespace CallCenter.Sip.Messages;

/// <summary>The character classes of RFC 3261 §25.1 and small scans over them.</summary>
internal static class SipChars
{
    /// <summary>token = 1*(alphanum / "-" / "." / "!" / "%" / "*" / "_" / "+" / "`" / "'" / "~").</summary>
    public static readonly SearchValues<byte> Token =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.!%*_+`'~"u8);

    /// <summary>word, the parts of a Call-ID: token characters and ()&lt;&gt;:\"/[]?{}.</summary>
    public static readonly SearchValues<byte> Word =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.!%*_+`'~()<>:\\\"/[]?{}@"u8);

    /// <summary>What may never stand inside a header value: it would end the line for a lenient reader.</summary>
    public static readonly SearchValues<byte> Forbidden = SearchValues.Create("\0\r\n"u8);

    public static bool IsToken(ReadOnlySpan<byte> text) => !text.IsEmpty && text.IndexOfAnyExcept(Token) < 0;

    public static bool IsSpace(byte c) => c is (byte)' ' or (byte)'\t';

    public static bool IsDigit(byte c) => (uint)(c - '0') <= 9;

    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        var start = 0;
        while (start < text.Length && IsSpace(text[start]))
        {
            start++;
        }

        var end = text.Length;
        while (end > start && IsSpace(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }

    /// <summary>Index of the first byte after white space.</summary>
    public static int SkipSpace(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && IsSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>Index after a quoted string that opens at <paramref name="at"/>, or -1 when it never closes.</summary>
    public static int SkipQuoted(ReadOnlySpan<byte> text, int at)
    {
        for (var i = at + 1; i < text.Length; i++)
        {
            switch (text[i])
            {
                case (byte)'\\':
                    i++;
                    break;
                case (byte)'"':
                    return i + 1;
            }
        }

        return -1;
    }

    /// <summary>A whole decimal number and nothing else; false on overflow of <paramref name="max"/>.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> text, uint max, out uint number)
    {
        number = 0;
        if (text.IsEmpty)
        {
            return false;
        }

        ulong value = 0;
        foreach (var c in text)
        {
            if (!IsDigit(c) || value > max)
            {
                return false;
            }

            value = (value * 10) + (ulong)(c - '0');
        }

        number = (uint)value;
        return value <= max;
    }

    /// <summary>A URI scheme followed by a colon: what an absolute Request-URI begins with.</summary>
    public static bool HasScheme(ReadOnlySpan<byte> uri)
    {
        var colon = uri.IndexOf((byte)':');
        return colon > 0 && char.IsAsciiLetter((char)uri[0]) && IsToken(uri[..colon]);
    }
}
