using System.Globalization;
using System.Text;

namespace CallCenter.Abstractions.Secrets;

/// <summary>
/// The one form in which passwords are set and compared: the OpaqueString profile (RFC 8265 §4.2). A Mac, a phone and a document write the
/// same letter in different bytes, й as one character or as и with a breve; whoever types his password elsewhere has to get in.
/// </summary>
public static class PasswordText
{
    /// <summary>
    /// Null when it cannot be a password: empty, with a control character, or not Unicode. Of what RFC 8264 §4.3 forbids besides, nothing
    /// is refused: passwords with an emoji of a newer Unicode version than the table's are good ones.
    /// </summary>
    public static string? Prepare(string typed)
    {
        if (typed.Length == 0) return null;
        if (typed.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0) return typed;
        var spaced = new StringBuilder(typed.Length);
        for (var i = 0; i < typed.Length; i++)
        {
            if (char.IsControl(typed[i]) || !Rune.TryGetRuneAt(typed, i, out var rune)) return null;
            // RFC 8265 §4.2.2: other spaces (category Zs) become U+0020, before the normal form is made.
            spaced.Append(Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator ? " " : rune.ToString());
            i += rune.Utf16SequenceLength - 1;
        }

        return CanonicalComposition.Of(spaced.ToString());
    }
}
