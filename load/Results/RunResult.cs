using System.Runtime.InteropServices;

namespace CallCenter.Load.Results;

/// <summary>Everything a run showed: what the reports draw and the JSON file holds.</summary>
/// <param name="Format">Of the file; see <see cref="CurrentFormat"/>.</param>
/// <param name="Server">Null where the server runs elsewhere.</param>
/// <param name="Board">Null where no board was followed.</param>
/// <param name="History">Null where the history was not compared.</param>
internal sealed record RunResult(
    int Format, RunDescription About, MachineResult Machine, WindowResult Window, CountsResult Counts,
    IReadOnlyList<LatencyResult> Latencies, IReadOnlyList<CauseResult> Causes, SeriesResult Series, ServerResult? Server,
    GeneratorResult? Generator, BoardResult? Board, HistoryResult? History)
{
    /// <summary>Goes up when a figure changes its meaning or its place.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Whether no call failed and the history agrees, where it was compared.</summary>
    public bool IsClean => Counts.Failed == 0 && History is not { IsSame: false };
}

/// <summary>What was run.</summary>
/// <param name="Scenario">Its name.</param>
/// <param name="Target">SIP address of the server.</param>
/// <param name="Settings">What the scenario and the command line said, in words, in order.</param>
/// <param name="Cut">Whether it was ended before its time.</param>
internal sealed record RunDescription(string Scenario, string Target, IReadOnlyDictionary<string, string> Settings, bool Cut)
{
    /// <summary>What happened beside the calls, a sentence each: an incident, people who did something.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>What is measured beside the calls; null where it was not.</summary>
internal sealed record BesidesCalls(
    ServerUsageResult? Server = null, UsageResult? Generator = null, BoardResult? Board = null, HistoryResult? History = null);

/// <summary>The machine of the generator, and of the server where that is local.</summary>
internal sealed record MachineResult(string Processor, int Cores, string System)
{
    public static MachineResult This() => new(ProcessorName(), Environment.ProcessorCount, RuntimeInformation.OSDescription);

    private static string ProcessorName()
    {
        try
        {
            var line = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal));
            return line is null ? "unknown" : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return "unknown";
        }
    }
}

/// <summary>The measured part of the run.</summary>
/// <param name="Offered">Calls due in it.</param>
/// <param name="Completed">Answered calls that ended in it.</param>
internal sealed record WindowResult(
    DateTimeOffset StartedAt, double WarmUpSeconds, double Seconds, long Offered, long Completed, double OfferedPerSecond,
    double CompletedPerSecond);

/// <summary>Calls of the whole run, the warm-up included.</summary>
internal sealed record CountsResult(long Offered, long Answered, long Abandoned, long Refused, long Failed);

/// <summary>One measured duration, in milliseconds; all 0 when no call got so far.</summary>
internal sealed record LatencyResult(
    string Name, long Count, double P50, double P90, double P99, double P999, double Max, double Mean)
{
    public static LatencyResult Of(string name, LatencyHistogram histogram) => new(
        name, histogram.Count, Ms(histogram, 0.5), Ms(histogram, 0.9), Ms(histogram, 0.99), Ms(histogram, 0.999),
        histogram.MaxMicros / 1000.0, Math.Round(histogram.MeanMicros / 1000, 3));

    private static double Ms(LatencyHistogram histogram, double share) => histogram.PercentileMicros(share) / 1000.0;
}

/// <summary>Refused or failed calls of one cause.</summary>
/// <param name="Examples">The first Call-IDs.</param>
internal sealed record CauseResult(string Cause, ObservedOutcome Outcome, long Count, IReadOnlyList<string> Examples);

/// <summary>A value for each second since the start. Waiting and talking are the most there were in the second.</summary>
/// <param name="SlowestToEmployeeMs">The slowest INVITE → employee of the calls that were placed in the second.</param>
internal sealed record SeriesResult(
    IReadOnlyList<int> Offered, IReadOnlyList<int> Answered, IReadOnlyList<int> Abandoned, IReadOnlyList<int> Refused,
    IReadOnlyList<int> Failed, IReadOnlyList<int> Waiting, IReadOnlyList<int> Talking,
    IReadOnlyList<double> SlowestToEmployeeMs);
