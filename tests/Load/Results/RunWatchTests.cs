using CallCenter.Load.Results;
using CallCenter.Load.Results.Live;
using Spectre.Console;

namespace CallCenter.Load.Tests.Results;

public sealed class RunWatchTests
{
    private static readonly RunProgress Before = new(TimeSpan.FromSeconds(60), 1_000, 900, 880, 1, 0, 0, 5, 20, [], null);

    private static readonly RunProgress Now = new(
        TimeSpan.FromSeconds(65), 2_000, 1_890, 1_860, 3, 2, 4, 12, 30,
        [
            new CauseResult("INVITE 500 [x]", ObservedOutcome.Failed, 4, ["a"]),
            new CauseResult("INVITE 503", ObservedOutcome.Refused, 2, ["b"]),
        ],
        new RecentLatencies(1.25, null));

    [Fact]
    public void A_line_tells_rates_since_the_last_and_counts_so_far() => Assert.Equal(
        "00:01:05  offered 200/s  answered 198/s  waiting 12  talking 30  p99 INVITE→reply 1.3 ms, INVITE→employee –  "
        + "abandoned 3  refused 2  failed 4  INVITE 500 [x]: 4  INVITE 503: 2",
        new ProgressView(Now, Before).Line());

    [Fact]
    public void A_table_tells_the_same()
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(output) });
        console.Write(new ProgressView(Now, Before).Table());
        Assert.All(
            (string[])["00:01:05", "200/s", "198/s", "12", "30", "1.3 ms", "2,000", "INVITE 500 [x]"],
            figure => Assert.Contains(figure, output.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_terminal_the_last_state_is_a_line()
    {
        var run = new SampleRun();
        using var output = new StringWriter();
        using (RunWatch.Start(run.Recorder, output, isTerminal: false)) run.With(run.Answered(0.5));
        var line = Assert.Single(output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("offered", line, StringComparison.Ordinal);
    }
}
