namespace CallCenter.Engine.Statistics.ServiceLevel;

/// <summary>
/// Amazon Connect: removed from the queue within X, answered or abandoned ÷ queued. Flatters: early abandons count as success.
/// </summary>
public sealed class ConnectServiceLevel : IServiceLevel
{
    public string Key => "connect";

    public double? Percent(DepartmentFigures figures) =>
        Ratio.Percent(figures.AnsweredWithin + figures.AbandonedWithin, figures.Offered);
}
