using CallCenter.Engine.Statistics.ServiceLevel;

namespace CallCenter.Engine.Statistics;

/// <summary>A department's today, by entry, and who waits right now.</summary>
/// <param name="Waiting">Calls in the queue; at the start of a day this may contain some that entered yesterday.</param>
/// <param name="WaitingWithin">Those of today's offered that have waited no longer than X.</param>
/// <param name="LongestWaitSince">When the one waiting longest entered; null when none waits.</param>
public sealed record DepartmentDay(DepartmentFigures Figures, int Waiting, int WaitingWithin, long? LongestWaitSince)
{
    /// <summary>For the board: those who still may be answered in time are left out. 0–100; null for an empty denominator.</summary>
    public double? ServiceLevelLive() => LiveServiceLevel.Percent(Figures, WaitingWithin);

    /// <summary>0–100; null for an empty denominator.</summary>
    public double? ServiceLevelToday() => DefaultServiceLevel.Instance.Percent(Figures);
}
