using System.Globalization;
using NodaTime;

namespace CallCenter.Web.Languages;

/// <summary>How figures are written. Explicit instead of by culture, because the program runs without the system's culture data.</summary>
public static class Formats
{
    /// <summary>Shown where there is no value: an empty denominator is neither 0 nor 100 %.</summary>
    public const string None = "—";

    private static readonly NumberFormatInfo Comma = new() { NumberGroupSeparator = "," };
    private static readonly NumberFormatInfo Space = new() { NumberGroupSeparator = "\u00a0", NumberDecimalSeparator = "," };

    public static string Number(Language language, long number) => number.ToString("#,0", language == Language.English ? Comma : Space);

    /// <summary>With one decimal.</summary>
    public static string Tenths(Language language, double number) => number.ToString("0.0", language == Language.English ? Comma : Space);

    /// <summary>A share in percent, whole; <see cref="None"/> for null.</summary>
    public static string Percent(Language language, double? percent) => percent is not { } value
        ? None
        : Math.Round(value, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture)
            + (language == Language.English ? "%" : "\u00a0%");

    /// <summary>Bytes on a disk as whole MiB, from a GiB on as GiB with one digit.</summary>
    public static string Room(Language language, long bytes)
    {
        const double gibibyte = 1024.0 * 1024 * 1024;
        var numbers = language == Language.English ? Comma : Space;
        var (figure, unit) = bytes < gibibyte
            ? (Math.Floor(bytes * 1024 / gibibyte).ToString("0", numbers), language == Language.English ? "MiB" : "МіБ")
            : ((bytes / gibibyte).ToString("0.0", numbers), language == Language.English ? "GiB" : "ГіБ");
        return $"{figure}\u00a0{(language == Language.Russian ? unit.Replace('і', 'и') : unit)}";
    }

    /// <summary>
    /// <c>m:ss</c>, from an hour on <c>h:mm:ss</c>; <see cref="None"/> for null. The browser's clocks write it the same way.
    /// </summary>
    public static string Duration(long? milliseconds)
    {
        if (milliseconds is not { } value)
        {
            return None;
        }

        var seconds = Math.Max(0, value / 1000);
        var (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
        return hours > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{hours}:{minutes:00}:{seconds % 60:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{minutes}:{seconds % 60:00}");
    }

    /// <summary>Time of day in the given zone, <c>HH:mm</c>.</summary>
    public static string TimeOfDay(long unixMs, DateTimeZone zone) =>
        ProjectTime.Local(unixMs, zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Day and time in the given zone, <c>dd.MM.yyyy HH:mm:ss</c>; English has the ISO order.</summary>
    public static string DateAndTime(Language language, long unixMs, DateTimeZone zone) => ProjectTime.Local(unixMs, zone)
        .ToString(language == Language.English ? "yyyy-MM-dd HH:mm:ss" : "dd.MM.yyyy HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>UTC as in ISO 8601, for tooltips and <c>datetime</c> attributes.</summary>
    public static string Utc(long unixMs) =>
        DateTimeOffset.FromUnixTimeMilliseconds(unixMs).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
