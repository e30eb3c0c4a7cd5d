using System.Globalization;
using CallCenter.Load.Chance;

namespace CallCenter.Load.Scenarios;

/// <summary>Durations and their spreads as people write them, in scenario files and on the command line.</summary>
internal static class TimeText
{
    /// <summary>What a duration looks like, for messages.</summary>
    public const string DurationForm = "a duration as 200ms, 1.5s, 2m or 1h";

    /// <summary>What a spread looks like, for messages.</summary>
    public const string SpreadForm = "200ms (always), 1s-6s (evenly between) or ~20s (exponential with this mean; ~20s-60s: 60s at most)";

    private static readonly (string Unit, double Seconds)[] Units = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600)];

    public static bool TryDuration(string text, out TimeSpan time)
    {
        foreach (var (unit, seconds) in Units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal)
                && double.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                && number * seconds <= Scenario.LongestRun.TotalSeconds)
            {
                time = TimeSpan.FromSeconds(number * seconds);
                return true;
            }
        }

        time = default;
        return false;
    }

    public static bool TrySpread(string text, out Spread spread)
    {
        spread = default;
        var isExponential = text.StartsWith('~');
        var parts = text[(isExponential ? 1 : 0)..].Split('-');
        if (parts.Length > 2 || !TryDuration(parts[0], out var first))
        {
            return false;
        }

        if (parts.Length == 1)
        {
            spread = isExponential ? Spread.Exponential(first) : Spread.Always(first);
            return true;
        }

        if (!TryDuration(parts[1], out var second) || second < first)
        {
            return false;
        }

        spread = isExponential ? Spread.Exponential(first, second) : Spread.Even(first, second);
        return true;
    }

    public static string Of(TimeSpan time)
    {
        var (unit, seconds) = time < TimeSpan.FromSeconds(1) && time > TimeSpan.Zero ? Units[0] : Units[1];
        return string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds / seconds:0.###}{unit}");
    }

    public static string Of(Spread spread) => spread.Shape switch
    {
        SpreadShape.Always => Of(spread.Least),
        SpreadShape.Even => $"{Of(spread.Least)}-{Of(spread.Most)}",
        _ => $"~{Of(spread.Mean)}-{Of(spread.Most)}",
    };
}
