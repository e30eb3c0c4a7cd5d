using CallCenter.Load.Results;
using CallCenter.Load.Results.Reports;

namespace CallCenter.Load.Compare;

/// <summary>The figures of two runs side by side.</summary>
internal static class RunComparison
{
    private static readonly FigureKind Offered = new(Figures.PerSecond, LessIsBetter: null, Slack: 0);
    private static readonly FigureKind Rate = new(Figures.PerSecond, LessIsBetter: false, Slack: 0.5);
    private static readonly FigureKind Calls = new(Whole, LessIsBetter: null, Slack: 0);
    private static readonly FigureKind Failures = new(Whole, LessIsBetter: true, Slack: 0);
    private static readonly FigureKind Duration = new(Figures.Ms, LessIsBetter: true, Slack: 0.05);
    private static readonly FigureKind Cpu = new(value => Figures.CpuPerCall(value), LessIsBetter: true, Slack: 0.005);
    private static readonly FigureKind Memory = new(Figures.Mb, LessIsBetter: true, Slack: 1);

    public static IReadOnlyList<ComparedFigure> Of(RunResult first, RunResult second)
    {
        var names = first.Latencies.Concat(second.Latencies).Select(latency => latency.Name).Distinct();
        return
        [
            One("offered", Offered, run => run.Window.OfferedPerSecond),
            One("completed", Rate, run => run.Window.CompletedPerSecond),
            One("calls", Calls, run => run.Counts.Offered),
            One("answered", Calls, run => run.Counts.Answered),
            One("abandoned", Calls, run => run.Counts.Abandoned),
            One("refused", Failures, run => run.Counts.Refused),
            One("failed", Failures, run => run.Counts.Failed),
            .. names.SelectMany(name => Percentiles(name, run => Find(run.Latencies, name))),
            One("server CPU per call", Cpu, run => run.Server?.CpuMsPerCall),
            One("PostgreSQL CPU per call", Cpu, run => run.Server?.DatabaseCpuMsPerCall),
            One("server memory, most", Memory, run => run.Server?.Server.ResidentMostMb),
            One("server memory, end", Memory, run => run.Server?.Server.ResidentLastMb),
            One("generator CPU per call", Cpu with { LessIsBetter = null }, run => run.Generator?.CpuMsPerCall),
            .. Percentiles("event → board", run => run.Board is { Delay: { Count: > 0 } delay } ? delay : null),
            One("board gaps", Failures, run => run.Board?.Gaps),
            One("history differences", Failures, run => run.History?.Differences),
        ];

        ComparedFigure One(string name, FigureKind kind, Func<RunResult, double?> value) => new(name, kind, value(first), value(second));

        IEnumerable<ComparedFigure> Percentiles(string name, Func<RunResult, LatencyResult?> latency) =>
        [
            One(name + " p50", Duration, run => latency(run)?.P50),
            One(name + " p90", Duration, run => latency(run)?.P90),
            One(name + " p99", Duration, run => latency(run)?.P99),
            One(name + " p99.9", Duration, run => latency(run)?.P999),
        ];
    }

    /// <summary>Settings and machines that are not the same, so that the figures are not about the server alone.</summary>
    public static IReadOnlyList<(string Name, string First, string Second)> Circumstances(RunResult first, RunResult second)
    {
        var (one, other) = (All(first), All(second));
        return
        [
            .. one.Keys.Union(other.Keys)
                .Select(name => (name, one.GetValueOrDefault(name, Figures.None), other.GetValueOrDefault(name, Figures.None)))
                .Where(setting => setting.Item2 != setting.Item3),
        ];
    }

    private static Dictionary<string, string> All(RunResult run)
    {
        var all = new Dictionary<string, string>(run.About.Settings, StringComparer.Ordinal)
        {
            ["scenario"] = run.About.Scenario,
            ["machine"] = $"{run.Machine.Processor}, {run.Machine.Cores} cores",
            ["measured"] = Figures.Seconds(run.Window.Seconds),
            ["ended before its time"] = run.About.Cut ? "yes" : "no",
        };
        return all;
    }

    private static LatencyResult? Find(IReadOnlyList<LatencyResult> latencies, string name) =>
        latencies.FirstOrDefault(latency => latency.Name == name && latency.Count > 0);

    private static string Whole(double value) => Figures.Count((long)value);
}
