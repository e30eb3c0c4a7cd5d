using System.Globalization;

namespace CallCenter.Load.Results.Reports;

/// <summary>
/// Percentiles on one common scale, each decade equally wide, so that a duration ten times as long is always the same way further right.
/// </summary>
internal static class PercentileChart
{
    private static readonly string[] Names = ["p50", "p90", "p99", "p99.9"];

    /// <param name="counted">What was measured, e.g. "calls".</param>
    public static void Write(Html html, string counted, IReadOnlyList<LatencyResult> latencies)
    {
        var (low, high) = Decades(latencies);
        html.Raw("<div class=\"percentiles\">");
        foreach (var latency in latencies)
        {
            html.Raw("<section>").Element("h3", latency.Name)
                .Element("p class=\"note\"", latency.Count == 0 ? "none got so far" : $"{Figures.Count(latency.Count)} {counted}");
            if (latency.Count > 0) WriteOne(html, latency, low, high);
            html.Raw("</section>");
        }

        html.Raw("</div>");
    }

    private static void WriteOne(Html html, LatencyResult latency, int low, int high)
    {
        double[] values = [latency.P50, latency.P90, latency.P99, latency.P999];
        var places = values.Select(value => Place(value, low, high)).ToArray();
        html.Raw("<svg class=\"track\" viewBox=\"0 0 100 16\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"")
            .Text($"{latency.Name}: " + string.Join(", ", Names.Zip(values, (name, value) => $"{name} {Figures.Ms(value)}")))
            .Raw("\"><path class=\"grid\" d=\"");
        for (var decade = low; decade <= high; decade++) html.Raw($"M{N(Place(Math.Pow(10, decade), low, high))} 0V16");
        html.Raw($"\"/><path class=\"span\" d=\"M0 8H{N(places[^1])}\"/>");
        for (var i = 0; i < places.Length; i++) html.Raw($"<path class=\"mark m{i}\" d=\"M{N(places[i])} 2V14\"/>");
        html.Raw("</svg><div class=\"along\">");
        for (var decade = low; decade <= high; decade++) html.Element("span", Decade(decade));
        html.Raw("</div><dl>");
        for (var i = 0; i < values.Length; i++)
        {
            html.Raw($"<div class=\"m{i}\">").Element("dt", Names[i]).Element("dd", Figures.Ms(values[i])).Raw("</div>");
        }

        html.Raw("<div>").Element("dt", "most").Element("dd", Figures.Ms(latency.Max)).Raw("</div></dl>");
    }

    /// <summary>The powers of ten, in milliseconds, between which everything lies.</summary>
    private static (int Low, int High) Decades(IReadOnlyList<LatencyResult> latencies)
    {
        var shown = latencies.Where(latency => latency.Count > 0).ToList();
        var least = shown.Select(latency => latency.P50).Where(value => value > 0).DefaultIfEmpty(1).Min();
        var most = shown.Select(latency => latency.P999).Where(value => value > 0).DefaultIfEmpty(1).Max();
        var low = Math.Max(-2, (int)Math.Floor(Math.Log10(least)));
        return (low, Math.Max(low + 1, (int)Math.Ceiling(Math.Log10(most))));
    }

    private static double Place(double milliseconds, int low, int high) =>
        milliseconds <= 0 ? 0 : Math.Clamp((Math.Log10(milliseconds) - low) / (high - low) * 100, 0, 100);

    private static string Decade(int power) => power >= 3
        ? $"{Figures.Plain(Math.Pow(10, power - 3))} s"
        : $"{Figures.Plain(Math.Pow(10, power))} ms";

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
