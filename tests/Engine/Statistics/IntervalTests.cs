using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Employees;
using CallCenter.Engine.Statistics;

namespace CallCenter.Engine.Tests.Statistics;

public class IntervalTests
{
    // Offered 10:14:50, answered 10:15:10: the entry lies in the interval of 10:00, the answer in that of 10:15.
    private static Script OverTheEdge() => new Script()
        .Arrive(1, "10:14:50").Queue(1, "10:14:50").Leave(1, "10:15:10", QueueExit.Answered).Take(1, "10:15:10", Script.Olena);

    [Fact]
    public void By_entry_everything_counts_where_the_call_was_offered()
    {
        var (first, second) = Read(OverTheEdge(), IntervalMode.ByEntry);
        Assert.Equal((1, 1, 1), (first.Offered, first.Answered, first.AnsweredWithin));
        Assert.Equal((0, 0), (second.Offered, second.Answered));
    }

    [Fact]
    public void By_event_each_fact_counts_where_it_happened()
    {
        var (first, second) = Read(OverTheEdge(), IntervalMode.ByEvent);
        Assert.Equal((1, 0), (first.Offered, first.Answered));
        Assert.Equal((0, 1), (second.Offered, second.Answered));
    }

    [Fact]
    public void Time_in_a_state_is_split_where_the_interval_ends()
    {
        var script = new Script().Become(Script.Olena, "10:10:00", Availability.Ready, Activity.Idle)
            .Become(Script.Olena, "10:50:00", Availability.SignedOut, Activity.Idle);
        var idle = script.Fold.Intervals(Script.At("10:00:00"), Script.At("11:00:00"))
            .Select(interval => interval.Employees.Single().Value.IdleMs);
        Assert.Equal([300_000, 900_000, 900_000, 300_000], idle);
    }

    [Fact]
    public void Only_the_newest_intervals_are_kept()
    {
        var script = new Script();
        for (var hour = 0; hour < 48; hour++)
            script.Arrive(hour, DateTimeOffset.FromUnixTimeMilliseconds(Script.At("00:00:00")).AddHours(hour).ToString("u"));
        var kept = script.Fold.Intervals(0, long.MaxValue).Where(interval => interval.Project.Incoming > 0).ToList();
        // Hourly calls leave most slots of the ring untouched, so some old intervals may remain; never more than the ring has.
        Assert.True(kept.Count <= ProjectStatistics.OneDayOfIntervals);
        var lastDay = Enumerable.Range(24, 24).Select(hour => Script.At("00:00:00") + hour * 3_600_000L);
        Assert.All(lastDay, start => Assert.Contains(kept, interval => interval.Start == start));
        script.Arrive(99, "2025-03-20 00:00:00");
        Assert.Equal(1, script.Fold.Today(Script.At("2025-03-20 01:00:00")).Incoming);
    }

    private static (DepartmentFigures First, DepartmentFigures Second) Read(Script script, IntervalMode mode)
    {
        var intervals = script.Fold.Intervals(Script.At("10:00:00"), Script.At("10:30:00"), mode).ToDictionary(
            interval => interval.Start,
            interval => interval.Departments.Select(pair => pair.Value).SingleOrDefault(new DepartmentFigures()));
        return (intervals.GetValueOrDefault(Script.At("10:00:00"), new()), intervals.GetValueOrDefault(Script.At("10:15:00"), new()));
    }
}
