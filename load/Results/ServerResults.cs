namespace CallCenter.Load.Results;

/// <summary>What a local server's processes took over the measured part of a run.</summary>
/// <param name="Processes">Their names and ids.</param>
/// <param name="Server">All of the server's own processes together.</param>
/// <param name="Database">All of PostgreSQL's; null where none was found.</param>
internal sealed record ServerUsageResult(IReadOnlyList<string> Processes, UsageResult Server, UsageResult? Database)
{
    /// <summary>The same with the cost of each completed call.</summary>
    public ServerResult PerCall(long completed) => new(
        Processes, Server, Database, PerCall(Server, completed), PerCall(Database, completed));

    private static double? PerCall(UsageResult? usage, long completed) =>
        usage is null || completed == 0 ? null : Math.Round(usage.CpuSeconds * 1000 / completed, 4);
}

/// <summary>CPU and memory of some processes.</summary>
/// <param name="CpuSeconds">User and system time in the measured part of the run.</param>
/// <param name="ResidentMostMb">The most memory in the whole run.</param>
/// <param name="ResidentLastMb">The memory at its end.</param>
/// <param name="CpuPercent">For each second since the start, in percent of one core.</param>
/// <param name="ResidentMb">For each second since the start.</param>
internal sealed record UsageResult(
    double CpuSeconds, double ResidentMostMb, double ResidentLastMb, IReadOnlyList<double> CpuPercent, IReadOnlyList<double> ResidentMb)
{
    /// <summary>The same of the generator, with the cost of each call.</summary>
    public GeneratorResult PerCall(long offered) =>
        new(CpuSeconds, offered == 0 ? null : Math.Round(CpuSeconds * 1000 / offered, 4), ResidentMostMb);
}

/// <summary>What the generator itself took in the measured part of the run.</summary>
/// <param name="CpuMsPerCall">User and system time of this process ÷ calls due; null when there was none.</param>
internal sealed record GeneratorResult(double CpuSeconds, double? CpuMsPerCall, double ResidentMostMb);

/// <summary><see cref="ServerUsageResult"/> with the cost of a call; null when no call was completed.</summary>
internal sealed record ServerResult(
    IReadOnlyList<string> Processes, UsageResult Server, UsageResult? Database, double? CpuMsPerCall, double? DatabaseCpuMsPerCall);

/// <summary>How the board's followers did.</summary>
/// <param name="Delay">The oldest change in a message → its arrival, of all followers.</param>
/// <param name="Gaps">Messages that did not begin where the one before ended.</param>
/// <param name="Unreadable">Messages without the members that are measured.</param>
/// <param name="Broken">Connections that ended before the run did.</param>
internal sealed record BoardResult(int Followers, long Messages, long Bytes, long Gaps, long Unreadable, int Broken, LatencyResult Delay);

/// <summary>How the server's records compare with the calls the generator made.</summary>
/// <param name="Calls">Calls compared.</param>
/// <param name="Records">Records the server has of the time of the run.</param>
/// <param name="Slow">Calls whose recorded time lies within what was seen, but further than the tolerance from either end of it: the
/// server took long. No difference.</param>
/// <param name="Unanswered">Calls the server never answered with anything, and has no record of; no difference.</param>
/// <param name="Differences">Calls or records with a difference.</param>
/// <param name="First">The first of them, in words.</param>
/// <param name="Problem">Why the comparison could not be made; null when it was.</param>
internal sealed record HistoryResult(
    long Calls, long Records, long Missing, long Doubled, long Foreign, long OtherOutcome, long OtherTime, long Slow, long Unanswered,
    long Differences, IReadOnlyList<string> First, string? Problem)
{
    public bool IsSame => Differences == 0 && Problem is null;
}
