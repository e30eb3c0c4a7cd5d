using System.Globalization;

namespace CallCenter.Load.Results.Reports;

/// <summary>A run's result for the terminal.</summary>
internal static class TextReport
{
    public static void Write(TextWriter output, RunResult result)
    {
        var window = result.Window;
        output.WriteLine();
        output.WriteLine($"{result.About.Scenario} against {result.About.Target}: {Seconds(window.Seconds)} measured after "
            + $"{Seconds(window.WarmUpSeconds)} of warm-up; {result.Machine.Processor}, {result.Machine.Cores} cores");
        output.WriteLine($"calls       offered {Figures.Count(result.Counts.Offered)}, answered {Figures.Count(result.Counts.Answered)}, "
            + $"abandoned {Figures.Count(result.Counts.Abandoned)}, refused {Figures.Count(result.Counts.Refused)}, "
            + $"failed {Figures.Count(result.Counts.Failed)}");
        output.WriteLine(
            $"rate        offered {Figures.PerSecond(window.OfferedPerSecond)}, completed {Figures.PerSecond(window.CompletedPerSecond)}");
        WriteLatencies(output, result);
        WriteCauses(output, result.Causes);
        WriteProcesses(output, result);
        WriteBoard(output, result.Board);
        foreach (var note in result.About.Notes) output.WriteLine($"note        {note}");
        output.WriteLine($"verdict     {Verdict.OfCalls(result)}");
        output.WriteLine($"history     {Verdict.OfHistory(result.History)}");
        foreach (var difference in result.History?.First ?? []) output.WriteLine($"            {difference}");
    }

    private static void WriteLatencies(TextWriter output, RunResult result)
    {
        output.WriteLine(Row("", "count", "p50", "p90", "p99", "p99.9", "most"));
        foreach (var latency in result.Latencies)
        {
            output.WriteLine(Row(
                latency.Name, Figures.Count(latency.Count), Figures.Ms(latency.P50), Figures.Ms(latency.P90), Figures.Ms(latency.P99),
                Figures.Ms(latency.P999), Figures.Ms(latency.Max)));
        }
    }

    private static string Row(string name, params string[] values) =>
        $"{name,-20}" + string.Concat(values.Select(value => $"{value,11}"));

    private static void WriteCauses(TextWriter output, IReadOnlyList<CauseResult> causes)
    {
        foreach (var cause in causes)
        {
            var outcome = cause.Outcome == ObservedOutcome.Failed ? "failed" : "refused";
            output.WriteLine($"{outcome,-11} {cause.Cause}: {Figures.Count(cause.Count)}, for example {string.Join(", ", cause.Examples)}");
        }
    }

    private static void WriteProcesses(TextWriter output, RunResult result)
    {
        if (result.Server is { } server)
        {
            output.WriteLine($"server      {Usage(server.CpuMsPerCall, server.Server)}; {Figures.Names(server.Processes)}");
            if (server.Database is { } database) output.WriteLine($"PostgreSQL  {Usage(server.DatabaseCpuMsPerCall, database)}");
        }

        if (result.Generator is { } generator)
        {
            output.WriteLine($"generator   CPU {Figures.CpuPerCall(generator.CpuMsPerCall)} per call "
                + $"({Figures.Seconds(generator.CpuSeconds)}), memory at most {Figures.Mb(generator.ResidentMostMb)}");
        }
    }

    private static string Usage(double? perCall, UsageResult usage) =>
        $"CPU {Figures.CpuPerCall(perCall)} per call ({Figures.Seconds(usage.CpuSeconds)}), memory at most "
        + $"{Figures.Mb(usage.ResidentMostMb)}, at the end {Figures.Mb(usage.ResidentLastMb)}";

    public static void WriteBoard(TextWriter output, BoardResult? board)
    {
        if (board is null) return;
        output.WriteLine($"board       {Figures.Count(board.Followers)} open, {Figures.Count(board.Messages)} messages, event → board p50 "
            + $"{Figures.Ms(board.Delay.P50)}, p99 {Figures.Ms(board.Delay.P99)}, gaps {Figures.Count(board.Gaps)}, "
            + $"unreadable {Figures.Count(board.Unreadable)}, broken connections {board.Broken}");
    }

    private static string Seconds(double seconds) => seconds.ToString("0.#", CultureInfo.InvariantCulture) + " s";
}
