using System.Collections.Frozen;

namespace CallCenter.Engine.Numbering;

/// <summary>
/// What of a signalled caller makes a client of him: a telephone number and nothing else. Five strangers who withhold theirs, whatever
/// word their carriers write instead, are not one client.
/// </summary>
internal static class CallerNumbers
{
    private const int FewestDigits = 2;

    /// <summary>What carriers and phones write instead of a number or a name; such a word names nobody.</summary>
    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "anonymous", "anonymous caller", "anonymous call", "anon", "restricted", "restricted number", "unavailable", "not available",
        "unknown", "unknown caller", "unknown number", "private", "private number", "private caller", "withheld", "withheld number",
        "number withheld", "blocked", "blocked number", "hidden", "hidden number", "secret", "no number", "no caller id", "nocallerid",
        "nonumber", "noid", "none", "null", "nobody", "invalid", "clir", "undefined", "out of area");

    /// <summary>
    /// The number as a client's key: E.164, or where the country's plan does not know it its digits, with plus as signalled; empty for all
    /// that is no number.
    /// </summary>
    public static string Key(string raw, string country, out bool isE164)
    {
        isE164 = PhoneNumbers.TryNormalise(raw, country, out string number);
        if (isE164) return number;
        string digits = Subscriber.Digits(raw);
        return IsNumber(digits) ? digits : "";
    }

    /// <summary>Digits, of which one is not zero, perhaps behind a plus.</summary>
    public static bool IsNumber(string text)
    {
        var digits = text.AsSpan(text.StartsWith('+') ? 1 : 0);
        return digits.Length is >= FewestDigits and <= PhoneNumbers.MostDigits && digits.IndexOfAnyExceptInRange('0', '9') < 0
            && digits.IndexOfAnyExcept('0') >= 0;
    }

    /// <summary>One of the words for a withheld number.</summary>
    public static bool IsWithheld(string? text) => string.IsNullOrWhiteSpace(text) || Words.Contains(text.Trim().Replace('_', ' '));
}
