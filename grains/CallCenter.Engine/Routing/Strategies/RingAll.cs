namespace CallCenter.Engine.Routing.Strategies;

/// <summary>
/// Everyone eligible rings together; whoever becomes eligible joins at once. The figure is the place in the list of members.
/// </summary>
internal sealed class RingAll : IStrategy
{
    public string Rule => "ring-all";
    public bool RingsAll => true;
    public long Score(int position, in StrategyInput input) => position;
}
