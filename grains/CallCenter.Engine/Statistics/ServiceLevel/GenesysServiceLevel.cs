namespace CallCenter.Engine.Statistics.ServiceLevel;

/// <summary>Genesys Cloud: (answered − answered over target) ÷ (answered + abandoned), changed by its three switches.</summary>
/// <param name="IncludeFlowOuts">Flow-outs count as not served.</param>
/// <param name="IncludeAbandons">Abandons count as not served.</param>
/// <param name="IncludeShortAbandons">Short ones among the abandons count too.</param>
public sealed record GenesysServiceLevel(bool IncludeFlowOuts, bool IncludeAbandons, bool IncludeShortAbandons) : IServiceLevel
{
    public string Key =>
        "genesys" + (IncludeFlowOuts ? "+flow-outs" : "") + (IncludeAbandons ? "+abandons" : "") + (IncludeShortAbandons ? "+short" : "");

    public double? Percent(DepartmentFigures figures)
    {
        var denominator = figures.Answered;
        if (IncludeAbandons) denominator += figures.Abandoned - (IncludeShortAbandons ? 0 : figures.ShortAbandoned);
        if (IncludeFlowOuts) denominator += figures.FlowedOut();
        return Ratio.Percent(figures.AnsweredWithin, denominator);
    }
}
