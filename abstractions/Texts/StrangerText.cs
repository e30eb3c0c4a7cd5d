using System.Globalization;
using System.Text;

namespace CallCenter.Abstractions.Texts;

/// <summary>
/// Text that whoever sends SIP chooses (a name, a number, what was dialled, a user agent), cleaned once where it comes in: quoted pairs and
/// %-escapes carry any character (RFC 3261 §25.1), and behind this border stand the journal, pages, files, logs and INVITEs of our own.
/// What has to come back byte for byte, such as Call-ID, tags and Vias, is not such text; the parser lets no control character into it.
/// </summary>
public static class StrangerText
{
    /// <summary>
    /// Without control characters, line separators, orders that turn the direction of writing (U+202E shows a name backwards) and what is
    /// no Unicode; where some stood between others, a space. The same object when there are none.
    /// </summary>
    public static string Clean(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 || IsClean(text)) return text;
        var clean = new StringBuilder(text.Length);
        var gap = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune) || !IsText(rune))
            {
                gap = true;
                continue;
            }

            if (gap && clean.Length > 0 && clean[^1] != ' ' && rune.Value != ' ') clean.Append(' ');
            clean.Append(rune.ToString());
            gap = false;
            i += rune.Utf16SequenceLength - 1;
        }

        return clean.ToString();
    }

    private static bool IsClean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune) || !IsText(rune)) return false;
            i += rune.Utf16SequenceLength - 1;
        }

        return true;
    }

    private static bool IsText(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && rune.Value is not ((>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069));
}
