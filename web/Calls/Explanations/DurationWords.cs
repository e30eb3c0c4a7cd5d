using System.Globalization;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Calls.Explanations;

/// <summary>Durations inside sentences: <c>4 min 10 s</c>, <c>4 хв 10 с</c>, <c>4 мин 10 с</c>. Abbreviations need no plural
/// forms.</summary>
public static class DurationWords
{
    private static readonly Text Hours = new("{0} h", "{0} год", "{0} ч");
    private static readonly Text Minutes = new("{0} min", "{0} хв", "{0} мин");
    private static readonly Text Seconds = new("{0} s", "{0} с", "{0} с");

    /// <summary>The two largest units that are not zero; seconds are left out from an hour on.</summary>
    public static string In(Language language, long milliseconds)
    {
        var whole = Math.Max(0, milliseconds) / 1000;
        var (hours, minutes, seconds) = (whole / 3600, whole / 60 % 60, whole % 60);
        var parts = new List<string>(2);
        if (hours > 0) parts.Add(Write(Hours, language, hours));
        if (minutes > 0) parts.Add(Write(Minutes, language, minutes));
        if (hours == 0 && (seconds > 0 || parts.Count == 0)) parts.Add(Write(Seconds, language, seconds));
        return string.Join(' ', parts);
    }

    private static string Write(Text unit, Language language, long value) =>
        unit.In(language, value.ToString(CultureInfo.InvariantCulture));
}
