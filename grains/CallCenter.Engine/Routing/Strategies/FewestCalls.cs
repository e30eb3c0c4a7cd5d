namespace CallCenter.Engine.Routing.Strategies;

/// <summary>Who had the fewest calls today. The figure is the number he took and made.</summary>
internal sealed class FewestCalls : IStrategy
{
    public string Rule => "fewest-calls";
    public long Score(int position, in StrategyInput input) => input.Statistics.Peek(input.Employee(position).Id)?.Calls() ?? 0;
}
