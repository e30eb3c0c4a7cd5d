using CallCenter.Grains.Employees;

namespace CallCenter.Grains.Routing.Strategies;

/// <summary>Who had the fewest calls today. The figure is the number he took and made.</summary>
internal sealed class FewestCalls : IStrategy
{
    public string Rule => "fewest-calls";
    public long Score(EmployeeGrain employee, int position, in StrategyInput input) => input.Statistics.Peek(employee.Id)?.Calls() ?? 0;
}
