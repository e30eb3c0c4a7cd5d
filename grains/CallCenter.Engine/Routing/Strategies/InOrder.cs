namespace CallCenter.Engine.Routing.Strategies;

/// <summary>Tier after tier, a tier together; the choice hands over one tier only. The figure is the tier.</summary>
internal sealed class InOrder : IStrategy
{
    public string Rule => Rules.InOrder;
    public bool RingsAll => true;
    public long Score(int position, in StrategyInput input) => input.Tier;
}
