using CallCenter.Grains.Employees;

namespace CallCenter.Grains.Routing.Strategies;

/// <summary>Who talked least today. The figure is the talk time in milliseconds.</summary>
internal sealed class LeastTalkTime : IStrategy
{
    public string Rule => "least-talk-time";
    public long Score(EmployeeGrain employee, int position, in StrategyInput input) => input.Statistics.Peek(employee.Id)?.TalkMs ?? 0;
}
