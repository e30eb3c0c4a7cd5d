using CallCenter.Load.Compare;
using CallCenter.Load.Results.Reports;
using CallCenter.Tests.Shared;

namespace CallCenter.Load.Tests.Results;

public sealed class CompareTests
{
    private static readonly FigureKind Duration = new(Figures.Ms, LessIsBetter: true, Slack: 0.05);
    private static readonly FigureKind Rate = new(Figures.PerSecond, LessIsBetter: false, Slack: 0.5);

    [Theory]
    [InlineData(4.0, 8.0, "First")]
    [InlineData(8.0, 4.0, "Second")]
    [InlineData(8.0, 8.1, "Neither")]
    [InlineData(0.02, 0.06, "Neither")]
    [InlineData(null, 8.0, "Neither")]
    public void The_shorter_duration_is_better_where_the_difference_counts(double? first, double? second, string better) =>
        Assert.Equal(better, new ComparedFigure("x", Duration, first, second).Better.ToString());

    [Fact]
    public void The_higher_rate_is_better() =>
        Assert.Equal(Better.Second, new ComparedFigure("x", Rate, 100, 200).Better);

    [Theory]
    [InlineData(4.0, 8.0, "+4.00 ms (+100 %)")]
    [InlineData(8.0, 4.0, "−4.00 ms (−50 %)")]
    [InlineData(0.0, 4.0, "+4.00 ms")]
    [InlineData(4.0, 4.0, "the same")]
    public void The_change_is_told_in_value_and_percent(double first, double second, string change) =>
        Assert.Equal(change, new ComparedFigure("x", Duration, first, second).Change());

    [Fact]
    public void Every_figure_of_both_runs_is_in_the_table()
    {
        var (one, other) = (SampleResults.Full(), SampleResults.Full(seed: 2, slower: 3));
        using var output = new StringWriter();
        ComparisonText.Write(output, ("one.json", one), ("other.json", other));
        var text = output.ToString();
        string[] names =
        [
            "completed", "failed", "INVITE → employee p50", "INVITE → employee p99.9", "BYE → 200 p90", "answer → answer p99",
            "server CPU per call", "PostgreSQL CPU per call", "server memory, most", "event → board p99", "history differences",
        ];
        Assert.All(names, name => Assert.Contains('\n' + name + ' ', text, StringComparison.Ordinal));
        var cpu = text.Split('\n').Single(line => line.StartsWith("server CPU per call", StringComparison.Ordinal));
        Assert.EndsWith("  A", cpu.TrimEnd(), StringComparison.Ordinal);
        Assert.Contains("A is better in ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_compared_with_itself_shows_no_difference()
    {
        var run = SampleResults.Full();
        Assert.Empty(RunComparison.Circumstances(run, run));
        Assert.All(RunComparison.Of(run, run), figure => Assert.Equal(Better.Neither, figure.Better));
    }

    [Fact]
    public void Other_settings_are_named()
    {
        var run = SampleResults.Full();
        var other = run with { About = run.About with { Settings = new Dictionary<string, string> { ["rate"] = "20/s" }, Cut = true } };
        Assert.Equal(
            [("rate", "10/s", "20/s"), ("ended before its time", "no", "yes")], RunComparison.Circumstances(run, other));
    }

    [Fact]
    public void The_command_compares_two_files_and_names_one_it_cannot_read()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "run.json");
        RunFile.Write(path, SampleResults.Full());
        using var output = new StringWriter();
        using var error = new StringWriter();
        Assert.Equal(LoadCommandLine.Success, LoadCommandLine.Run(["compare", path, path], output, error));
        Assert.Contains("No figure differs", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(LoadCommandLine.WrongUsage, LoadCommandLine.Run(["compare", path, path + "x"], output, error));
        Assert.Contains("run.jsonx", error.ToString(), StringComparison.Ordinal);
    }
}
