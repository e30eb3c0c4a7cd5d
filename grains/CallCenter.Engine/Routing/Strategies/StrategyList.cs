using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Routing.Strategies;

/// <summary>The one list of strategies: a new one is a file beside this and a line here.</summary>
internal static class StrategyList
{
    public static IStrategy Of(Strategy strategy) => strategy switch
    {
        Strategy.RingAll => new RingAll(),
        Strategy.LongestIdle => new LongestIdle(),
        Strategy.RoundRobin => new RoundRobin(),
        Strategy.FewestCalls => new FewestCalls(),
        Strategy.LeastTalkTime => new LeastTalkTime(),
        Strategy.Random => new RandomDraw(),
        Strategy.InOrder => new InOrder(),
        _ => throw new ArgumentOutOfRangeException(nameof(strategy), strategy, null),
    };
}
