using System.Globalization;

namespace CallCenter.Load.Results.Reports;

/// <summary>
/// Lines over the seconds of a run. The drawing stretches to the width of the page; all words are HTML beside it, so that they keep their
/// size on a phone.
/// </summary>
internal static class TimeChart
{
    private const int MostPoints = 600;
    private const double Height = 100;

    /// <param name="unit">What the axis counts, e.g. "calls/s".</param>
    /// <param name="measured">The first and last second that counts for percentiles.</param>
    public static void Write(Html html, string title, string unit, (double From, double To) measured, params ChartLine[] lines)
    {
        var seconds = lines.Max(line => line.PerSecond.Count);
        var highest = lines.Max(line => line.PerSecond.DefaultIfEmpty(0).Max());
        var top = Figures.RoundUp(highest);
        html.Raw("<figure class=\"time\">").Element("figcaption", title).Raw("<ul class=\"legend\">");
        foreach (var line in lines) WriteLegend(html, line);
        html.Raw("</ul><div class=\"plot\"><div class=\"up\">");
        foreach (var share in (double[])[1, 0.5, 0]) html.Element("span", Figures.Plain(top * share));
        html.Raw("</div>");
        WriteDrawing(html, title, seconds, top, measured, lines);
        html.Raw("<div class=\"along\">");
        foreach (var share in (double[])[0, 0.25, 0.5, 0.75, 1]) html.Element("span", Clock(seconds * share));
        html.Raw("</div></div>");
        var together = ChartLine.Together(seconds, MostPoints);
        html.Element("p class=\"note\"", together == 1 ? unit : $"{unit}; {together} s in each point").Raw("</figure>");
    }

    private static void WriteLegend(Html html, ChartLine line)
    {
        var most = line.PerSecond.DefaultIfEmpty(0).Max();
        html.Raw("<li><svg class=\"key\" viewBox=\"0 0 24 8\" aria-hidden=\"true\">")
            .Raw($"<path class=\"line {line.Style}\" d=\"M0 4H24\"/></svg>")
            .Text($"{line.Name}, at most {Figures.Plain(most)}").Raw("</li>");
    }

    private static void WriteDrawing(
        Html html, string title, int seconds, double top, (double From, double To) measured, ChartLine[] lines)
    {
        var width = Math.Max(1, seconds);
        html.Raw($"<svg class=\"drawing\" viewBox=\"0 0 {width} {Height}\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"")
            .Text(title).Raw("\">");
        var (from, to) = (Math.Clamp(measured.From, 0, width), Math.Clamp(measured.To, 0, width));
        html.Raw($"<rect class=\"aside\" x=\"0\" y=\"0\" width=\"{N(from)}\" height=\"{Height}\"/>")
            .Raw($"<rect class=\"aside\" x=\"{N(to)}\" y=\"0\" width=\"{N(width - to)}\" height=\"{Height}\"/>")
            .Raw($"<path class=\"grid\" d=\"M0 0H{width}M0 {Height / 2}H{width}M0 {Height}H{width}\"/>");
        var together = ChartLine.Together(seconds, MostPoints);
        foreach (var line in lines.Reverse())
        {
            html.Raw($"<path class=\"line {line.Style}\" d=\"{Path(line.Points(together), together, top)}\"/>");
        }

        html.Raw("</svg>");
    }

    private static string Path(double[] points, int step, double top) =>
        "M" + string.Join('L', points.Select((value, index) =>
            $"{N((index + 0.5) * step)} {N(Height - (Math.Min(value, top) / top * Height))}").DefaultIfEmpty($"0 {Height}"));

    private static string Clock(double seconds)
    {
        var time = TimeSpan.FromSeconds(Math.Round(seconds));
        return time.ToString(time.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture);
    }

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
