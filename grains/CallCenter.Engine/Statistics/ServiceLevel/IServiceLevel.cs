namespace CallCenter.Engine.Statistics.ServiceLevel;

/// <summary>One formula of the service level. Within X means wait ≤ X in all of them.</summary>
public interface IServiceLevel
{
    /// <summary>Stable key, e.g. <c>connect</c>.</summary>
    string Key { get; }

    /// <summary>0–100, not rounded; null when the denominator is empty.</summary>
    double? Percent(DepartmentFigures figures);
}
