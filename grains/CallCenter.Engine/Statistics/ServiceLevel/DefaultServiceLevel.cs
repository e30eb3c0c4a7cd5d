namespace CallCenter.Engine.Statistics.ServiceLevel;

/// <summary>Ours: answered within X ÷ (offered − short abandons).</summary>
public sealed class DefaultServiceLevel : IServiceLevel
{
    public static readonly DefaultServiceLevel Instance = new();

    public string Key => "default";

    public double? Percent(DepartmentFigures figures) => Ratio.Percent(figures.AnsweredWithin, figures.Offered - figures.ShortAbandoned);
}
