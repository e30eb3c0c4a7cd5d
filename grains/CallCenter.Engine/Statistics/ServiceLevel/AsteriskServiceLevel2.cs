namespace CallCenter.Engine.Statistics.ServiceLevel;

/// <summary>Asterisk's SL2: (answered within X + abandoned within X) ÷ (answered + abandoned).</summary>
public sealed class AsteriskServiceLevel2 : IServiceLevel
{
    public string Key => "asterisk2";

    public double? Percent(DepartmentFigures figures) =>
        Ratio.Percent(figures.AnsweredWithin + figures.AbandonedWithin, figures.Answered + figures.Abandoned);
}
