namespace CallCenter.Engine.Statistics.ServiceLevel;

/// <summary>QueueMetrics' "answered in SLA": answered within X ÷ answered.</summary>
public sealed class QueueMetricsServiceLevel : IServiceLevel
{
    public string Key => "queuemetrics";

    public double? Percent(DepartmentFigures figures) => Ratio.Percent(figures.AnsweredWithin, figures.Answered);
}
