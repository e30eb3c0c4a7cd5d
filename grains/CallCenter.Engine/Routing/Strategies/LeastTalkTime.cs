namespace CallCenter.Engine.Routing.Strategies;

/// <summary>Who talked least today. The figure is the talk time in milliseconds.</summary>
internal sealed class LeastTalkTime : IStrategy
{
    public string Rule => "least-talk-time";
    public long Score(int position, in StrategyInput input) => input.Statistics.Peek(input.Employee(position).Id)?.TalkMs ?? 0;
}
