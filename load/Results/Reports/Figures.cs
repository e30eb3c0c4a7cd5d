using System.Globalization;

namespace CallCenter.Load.Results.Reports;

/// <summary>How figures are written: three digits that count, and always the unit.</summary>
internal static class Figures
{
    public const string None = "–";

    private const int MostNames = 5;

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string PerSecond(double rate) => rate.ToString("N1", CultureInfo.InvariantCulture) + "/s";

    /// <summary>A duration given in milliseconds.</summary>
    public static string Ms(double milliseconds) => milliseconds switch
    {
        0 => "0 ms",
        < 10 => milliseconds.ToString("0.00", CultureInfo.InvariantCulture) + " ms",
        < 100 => milliseconds.ToString("0.0", CultureInfo.InvariantCulture) + " ms",
        < 10_000 => milliseconds.ToString("N0", CultureInfo.InvariantCulture) + " ms",
        _ => (milliseconds / 1000).ToString("N1", CultureInfo.InvariantCulture) + " s",
    };

    /// <summary>CPU time of a call in milliseconds.</summary>
    public static string CpuPerCall(double? milliseconds) =>
        milliseconds is { } known ? known.ToString("0.000", CultureInfo.InvariantCulture) + " ms" : None;

    public static string Seconds(double seconds) => seconds.ToString("N1", CultureInfo.InvariantCulture) + " s";

    public static string Mb(double megabytes) => megabytes.ToString("N0", CultureInfo.InvariantCulture) + " MB";

    /// <summary>The least round number (1, 2, 2.5 or 5 and zeros) that is not below a value: where a chart ends.</summary>
    public static double RoundUp(double value)
    {
        if (value <= 0) return 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        double[] steps = [1, 2, 2.5, 5, 10];
        return steps.Select(step => step * power).First(round => round >= value * 0.999999);
    }

    /// <summary>The first names of a list, and how many follow: a server that is killed a thousand times has as many processes.</summary>
    public static string Names(IReadOnlyList<string> names) => names.Count <= MostNames
        ? string.Join(", ", names)
        : string.Join(", ", names.Take(MostNames)) + $" and {Count(names.Count - MostNames)} more";

    public static string Plain(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);
}
