namespace CallCenter.Engine.Statistics;

/// <summary>To which 15-minute interval a fact belongs.</summary>
public enum IntervalMode
{
    /// <summary>Where the call was offered: the visit's entry for departments, the call's arrival for employees and the project.</summary>
    ByEntry,
    /// <summary>Where the fact happened.</summary>
    ByEvent,
}
