using System.Globalization;

namespace CallCenter.Load.Results.Reports;

/// <summary>A run's result as one page that needs nothing else: no script, no font, no address outside.</summary>
internal static class HtmlReport
{
    public static string Page(RunResult result)
    {
        var html = new Html();
        var title = $"{result.About.Scenario}: {Figures.PerSecond(result.Window.OfferedPerSecond)}";
        html.Raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")
            .Raw("<meta name=\"color-scheme\" content=\"light dark\"/>")
            .Element("title", title).Raw("<style>").Raw(StyleSheet()).Raw("</style></head><body><main>");
        WriteHead(html, result);
        WriteTiles(html, result);
        WriteCalls(html, result);
        html.Element("h2", "How long it took").Element("p class=\"note\"", "Calls due in the measured part of the run.");
        PercentileChart.Write(html, "calls", result.Latencies);
        TimeChart.Write(
            html, "Slowest INVITE → employee", "milliseconds, of the calls placed in each second", Measured(result),
            new ChartLine("slowest", "offered", result.Series.SlowestToEmployeeMs));
        HtmlCauses.Write(html, result.Causes);
        HtmlServer.Write(html, result);
        HtmlChecks.Write(html, result);
        WriteSettings(html, result);
        return html.Raw("</main></body></html>\n").ToString();
    }

    /// <summary>The part of the run that is measured, in seconds since its start.</summary>
    internal static (double From, double To) Measured(RunResult result) =>
        (result.Window.WarmUpSeconds, result.Window.WarmUpSeconds + result.Window.Seconds);

    private static void WriteHead(Html html, RunResult result)
    {
        html.Raw("<header>").Element("h1", result.About.Scenario)
            .Element("p", string.Create(
                CultureInfo.InvariantCulture,
                $"{result.About.Target}, {result.Window.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, ")
                + $"{Figures.Plain(result.Window.Seconds)} s measured after {Figures.Plain(result.Window.WarmUpSeconds)} s of warm-up")
            .Element($"p class=\"verdict {(result.Counts.Failed == 0 ? "good" : "bad")}\"", Verdict.OfCalls(result));
        if (result.History is { } history)
            html.Element($"p class=\"verdict {(history.IsSame ? "good" : "bad")}\"", Verdict.OfHistory(history));
        html.Raw("</header>");
    }

    private static void WriteTiles(Html html, RunResult result)
    {
        var employee = result.Latencies.FirstOrDefault(latency => latency.Name == LatencyNames.Of(Latency.InviteToEmployee));
        (string Name, string Value)[] tiles =
        [
            ("completed", Figures.PerSecond(result.Window.CompletedPerSecond)),
            ("failed", Figures.Count(result.Counts.Failed)),
            ("p99 INVITE → employee", employee is { Count: > 0 } ? Figures.Ms(employee.P99) : Figures.None),
            ("server's CPU per call", Figures.CpuPerCall(result.Server?.CpuMsPerCall)),
            ("server's memory, at most", result.Server is { } server ? Figures.Mb(server.Server.ResidentMostMb) : Figures.None),
        ];
        html.Raw("<dl class=\"tiles\">");
        foreach (var (name, value) in tiles) html.Raw("<div>").Element("dt", name).Element("dd", value).Raw("</div>");
        html.Raw("</dl>");
    }

    private static void WriteCalls(Html html, RunResult result)
    {
        var (counts, series) = (result.Counts, result.Series);
        html.Element("h2", "Calls").Raw("<dl class=\"figures\">");
        (string Name, long Count)[] figures =
        [
            ("offered", counts.Offered), ("answered", counts.Answered), ("abandoned", counts.Abandoned), ("refused", counts.Refused),
            ("failed", counts.Failed),
        ];
        foreach (var (name, count) in figures) html.Raw("<div>").Element("dt", name).Element("dd", Figures.Count(count)).Raw("</div>");
        html.Raw("<div>").Element("dt", "offered, measured").Element("dd", Figures.PerSecond(result.Window.OfferedPerSecond)).Raw("</div>");
        html.Raw("</dl>");
        TimeChart.Write(
            html, "Calls each second", "calls a second; grey: not measured", Measured(result),
            ChartLine.Of("offered", "offered", series.Offered, peaks: false),
            ChartLine.Of("answered", "answered", series.Answered, peaks: false),
            ChartLine.Of("abandoned", "abandoned", series.Abandoned), ChartLine.Of("refused", "refused", series.Refused),
            ChartLine.Of("failed", "failed", series.Failed));
        TimeChart.Write(
            html, "Waiting and talking", "calls, the most in each second", Measured(result),
            ChartLine.Of("waiting", "abandoned", series.Waiting), ChartLine.Of("talking", "answered", series.Talking));
        WriteNotes(html, result.About.Notes);
    }

    private static void WriteNotes(Html html, IReadOnlyList<string> notes)
    {
        if (notes.Count == 0) return;
        html.Element("h3", "Beside the calls").Raw("<ul class=\"notes\">");
        foreach (var note in notes) html.Element("li", note);
        html.Raw("</ul>");
    }

    private static void WriteSettings(Html html, RunResult result)
    {
        html.Element("h2", "What was run").Raw("<dl class=\"figures\">");
        var settings = result.About.Settings.Select(setting => (setting.Key, setting.Value)).Concat(
        [
            ("machine", $"{result.Machine.Processor}, {result.Machine.Cores} cores, {result.Machine.System}"),
        ]);
        foreach (var (name, value) in settings) html.Raw("<div>").Element("dt", name).Element("dd", value).Raw("</div>");
        html.Raw("</dl>");
    }

    private static string StyleSheet()
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream("report.css")
            ?? throw new InvalidOperationException("The report's style sheet is not in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
