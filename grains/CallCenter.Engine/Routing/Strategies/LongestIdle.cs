namespace CallCenter.Engine.Routing.Strategies;

/// <summary>Who has waited longest for a call. The figure is the idle time in milliseconds.</summary>
internal sealed class LongestIdle : IStrategy
{
    public string Rule => "longest-idle";
    public bool HighestFirst => true;
    public long Score(int position, in StrategyInput input) => input.Now - input.Department.Standings.IdleSince(position);
}
