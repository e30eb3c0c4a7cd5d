namespace CallCenter.Engine.Statistics.ServiceLevel;

/// <summary>Asterisk's SL: answered within X ÷ answered. Hides the abandons.</summary>
public sealed class AsteriskServiceLevel : IServiceLevel
{
    public string Key => "asterisk";

    public double? Percent(DepartmentFigures figures) => Ratio.Percent(figures.AnsweredWithin, figures.Answered);
}
