namespace CallCenter.Engine.Statistics.ServiceLevel;

/// <summary>
/// For a live board: answered within X ÷ (entered − short abandons − still waiting ≤ X). A caller who has waited less than X is neither a
/// success nor a failure yet. Not in the list of formulas, because it needs to know who waits right now.
/// </summary>
public static class LiveServiceLevel
{
    /// <param name="waitingWithin">How many of the offered still wait, for no longer than X.</param>
    public static double? Percent(DepartmentFigures figures, int waitingWithin) =>
        Ratio.Percent(figures.AnsweredWithin, figures.Offered - figures.ShortAbandoned - waitingWithin);
}
