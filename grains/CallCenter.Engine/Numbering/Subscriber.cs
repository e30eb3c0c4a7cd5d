using System.Buffers;

namespace CallCenter.Engine.Numbering;

/// <summary>What stands in a telephone URI (RFC 3966): a number with visual separators, then parameters.</summary>
internal static class Subscriber
{
    private static readonly SearchValues<char> Dialled = SearchValues.Create("+0123456789*#");
    private static readonly SearchValues<char> Written = SearchValues.Create("+0123456789*#-.() \u00A0");

    /// <summary>
    /// What is dialled, without parameters and without the separators between its digits: an extension is found however it is written.
    /// Names lose their parameters only.
    /// </summary>
    public static string Digits(string raw)
    {
        int end = raw.IndexOf(';');
        var text = raw.AsSpan(0, end < 0 ? raw.Length : end).Trim();
        if (text.IndexOfAnyExcept(Dialled) < 0 || text.IndexOfAnyExcept(Written) >= 0)
            return text.Length == raw.Length ? raw : text.ToString();
        return string.Concat(text.ToString().Where(Dialled.Contains));
    }

    /// <summary>
    /// The country in which a local number is meant, as its <c>phone-context</c> says with the first digits of a global number (RFC 3966
    /// §5.1.5); null where it says nothing that is known.
    /// </summary>
    public static Country? Context(ReadOnlySpan<char> parameters)
    {
        const string Name = ";phone-context=+";
        int at = parameters.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        Span<char> digits = stackalloc char[3];
        int length = 0;
        foreach (char letter in parameters[(at + Name.Length)..])
        {
            if (length == digits.Length || letter == ';') break;
            if (char.IsAsciiDigit(letter)) digits[length++] = letter;
        }
        return Countries.OfCallingCode(digits[..length]);
    }
}
