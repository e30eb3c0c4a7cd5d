namespace CallCenter.Engine.Statistics.ServiceLevel;

/// <summary>QueueMetrics' inclusive SLA: answered within X ÷ (answered + unanswered).</summary>
public sealed class QueueMetricsInclusiveServiceLevel : IServiceLevel
{
    public string Key => "queuemetrics-inclusive";

    public double? Percent(DepartmentFigures figures) =>
        Ratio.Percent(figures.AnsweredWithin, figures.Answered + figures.Abandoned + figures.FlowedOut());
}
