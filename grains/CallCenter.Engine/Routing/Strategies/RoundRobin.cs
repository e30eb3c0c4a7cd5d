namespace CallCenter.Engine.Routing.Strategies;

/// <summary>Whoever comes next in the list of members after the one rung last. The figure is the distance from him: 1 is next.</summary>
internal sealed class RoundRobin : IStrategy
{
    public string Rule => Rules.RoundRobin;

    public long Score(int position, in StrategyInput input)
    {
        int distance = position - input.Department.LastRungPosition;
        return distance > 0 ? distance : distance + input.Department.Members.Length;
    }
}
