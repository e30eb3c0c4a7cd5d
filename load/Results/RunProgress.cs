namespace CallCenter.Load.Results;

/// <summary>How a run stands, for whoever watches it.</summary>
/// <param name="Elapsed">Since the first call could be due.</param>
/// <param name="Offered">Calls so far.</param>
/// <param name="Answered">Calls answered so far, the talking ones included.</param>
/// <param name="Completed">Answered calls that are over.</param>
/// <param name="Recent">Percentiles of calls that ended since the last look; null when none did.</param>
internal sealed record RunProgress(
    TimeSpan Elapsed, long Offered, long Answered, long Completed, long Abandoned, long Refused, long Failed, int Waiting, int Talking,
    IReadOnlyList<CauseResult> Causes, RecentLatencies? Recent);

/// <summary>p99 of the calls that ended since the last look, in milliseconds; null where no call got so far.</summary>
internal sealed record RecentLatencies(double? ReplyP99Ms, double? EmployeeP99Ms);
