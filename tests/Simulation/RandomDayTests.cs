// The days are given CPU time, which counts for the whole process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace CallCenter.Simulation.Tests;

/// <summary>Random days, as many as fit into the CPU time: first the same ones every time, then others.</summary>
public class RandomDayTests(ITestOutputHelper output)
{
    private const int SameEveryTime = 100;

    [Fact]
    public void Every_invariant_holds_after_every_turn_of_small_days() => Run(DayPlan.Small, SameEveryTime, Seeds.Budget(13));

    [Fact]
    public void Every_invariant_holds_on_large_days() => Run(DayPlan.Large, 1, Seeds.Budget(4));

    private void Run(Func<int, DayPlan> plan, int sameEveryTime, TimeSpan budget)
    {
        if (Seeds.Asked() is { } asked)
        {
            if (asked.Name == plan(1).Name) Day.Run(asked);
            return;
        }
        int others = Random.Shared.Next(1_000_000, int.MaxValue / 2);
        var (days, turns, calls, began) = (0, 0L, 0L, Environment.CpuUsage.TotalTime);
        while (days < sameEveryTime || Environment.CpuUsage.TotalTime - began < budget)
        {
            var day = Day.Run(plan(days < sameEveryTime ? days : others + days));
            (days, turns, calls) = (days + 1, turns + day.Turns, calls + day.Calls);
        }
        double minutes = (Environment.CpuUsage.TotalTime - began).TotalMinutes;
        output.WriteLine(
            $"{days} {plan(1).Name} days, {turns:N0} turns, {calls:N0} calls: "
            + $"{days / minutes:N0} seeds and {turns / minutes:N0} turns a minute of CPU");
        Assert.True(calls > 0);
    }
}
