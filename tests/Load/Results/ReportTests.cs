using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using CallCenter.Load.Results;
using CallCenter.Load.Results.Reports;
using CallCenter.Tests.Shared;

namespace CallCenter.Load.Tests.Results;

public sealed class ReportTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_page_is_well_formed_and_names_nothing_outside(bool clean)
    {
        var page = HtmlReport.Page(SampleResults.Full(clean: clean));
        var document = Parse(page);
        Assert.Empty(document.Descendants().Where(element => element.Name.LocalName is "script" or "link" or "img" or "iframe" or "a"));
        Assert.Empty(document.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "src" or "href" or "style"));
        Assert.DoesNotContain("url(", page, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_says_every_figure()
    {
        var result = SampleResults.Full();
        var text = Words(HtmlReport.Page(result));
        Assert.All(Expected(result), figure => Assert.Contains(figure, text, StringComparison.Ordinal));
        Assert.Contains("messages of 5 MB; gaps 3, unreadable 0, broken connections 1", text, StringComparison.Ordinal);
        Assert.Contains("2 missing, 1 doubled, 1 foreign, 1 with another outcome, 3 with other times", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_says_every_figure()
    {
        var result = SampleResults.Full();
        using var output = new StringWriter();
        TextReport.Write(output, result);
        Assert.All(Expected(result), figure => Assert.Contains(figure, output.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_of_a_run_without_calls_server_board_or_history_is_whole_too()
    {
        var page = HtmlReport.Page(new SampleRun().Finish());
        Parse(page);
        Assert.Contains("No board was followed.", page, StringComparison.Ordinal);
        Assert.Contains("The history was not compared.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_second_of_the_run_is_a_point_and_a_long_run_has_points_of_several()
    {
        Assert.Equal([3.0, 5.0], new ChartLine("x", "x", [1, 3, 5]).Points(2));
        Assert.Equal([2.0, 5.0], new ChartLine("x", "x", [1, 3, 5], Peaks: false).Points(2));
        Assert.Equal((1, 2, 144), (ChartLine.Together(600, 600), ChartLine.Together(601, 600), ChartLine.Together(86_400, 600)));
    }

    [Fact]
    public void Of_many_processes_the_first_are_named_and_the_others_counted()
    {
        Assert.Equal("dotnet (1), dotnet (2)", Figures.Names(["dotnet (1)", "dotnet (2)"]));
        Assert.Equal("1, 2, 3, 4, 5 and 1,995 more", Figures.Names([.. Enumerable.Range(1, 2_000).Select(id => $"{id}")]));
    }

    [Fact]
    public void The_file_holds_the_whole_result()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "run.json");
        var result = SampleResults.Full();
        RunFile.Write(path, result);
        var again = RunFile.Read(path);
        Assert.Equal(HtmlReport.Page(result), HtmlReport.Page(again));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"format\":99}")]
    public void Another_file_is_refused(string json)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "run.json");
        File.WriteAllText(path, json);
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => RunFile.Read(path));
    }

    [Theory]
    [InlineData(0, "0 ms")]
    [InlineData(0.128, "0.13 ms")]
    [InlineData(9.994, "9.99 ms")]
    [InlineData(12.34, "12.3 ms")]
    [InlineData(1234, "1,234 ms")]
    [InlineData(32_000, "32.0 s")]
    public void Durations_are_written_with_their_unit(double milliseconds, string text) => Assert.Equal(text, Figures.Ms(milliseconds));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(101, 200)]
    [InlineData(240, 250)]
    [InlineData(0.3, 0.5)]
    [InlineData(999, 1000)]
    public void A_chart_ends_at_a_round_number(double value, double round) => Assert.Equal(round, Figures.RoundUp(value), 1e-9);

    private static IEnumerable<string> Expected(RunResult result)
    {
        var counts = result.Counts;
        long[] whole = [counts.Offered, counts.Answered, counts.Abandoned, counts.Refused, counts.Failed];
        foreach (var count in whole) yield return count.ToString("N0", CultureInfo.InvariantCulture);
        foreach (var latency in result.Latencies.Append(result.Board!.Delay))
        {
            if (latency.Name != "event → board") yield return latency.Name;
            yield return Figures.Ms(latency.P50);
            yield return Figures.Ms(latency.P99);
            if (latency.Name == "event → board") continue;
            yield return Figures.Ms(latency.P90);
            yield return Figures.Ms(latency.P999);
            yield return Figures.Ms(latency.Max);
        }

        yield return result.About.Notes[0];
        yield return SampleResults.Tricky;
        foreach (var example in result.Causes.SelectMany(cause => cause.Examples)) yield return example;
        yield return Figures.PerSecond(result.Window.CompletedPerSecond);
        yield return Figures.CpuPerCall(result.Server!.CpuMsPerCall);
        yield return Figures.CpuPerCall(result.Server.DatabaseCpuMsPerCall);
        yield return Figures.Mb(result.Server.Server.ResidentMostMb);
        yield return Figures.CpuPerCall(result.Generator!.CpuMsPerCall);
        foreach (var difference in result.History!.First) yield return difference;
    }

    private static string Words(string page) => string.Concat(Parse(page).DescendantNodes().OfType<XText>().Select(text => text.Value));

    private static XDocument Parse(string page)
    {
        using var reader = XmlReader.Create(new StringReader(page), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }
}
