using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Employees;

namespace CallCenter.Simulation.Tests;

/// <summary>The simulation itself: it is the same every time, and gets everywhere.</summary>
public class WholeDaysTests
{
    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public void A_seed_is_the_same_day_every_time(int seed) => Assert.Equal(Day.Run(DayPlan.Small(seed)), Day.Run(DayPlan.Small(seed)));

    /// <summary>Days that never come to an outcome would prove nothing about it.</summary>
    [Fact]
    public void The_days_reach_every_event_outcome_exit_and_way_for_a_leg_to_end()
    {
        var reached = new HashSet<string>();
        for (int seed = 0; seed < 100; seed++)
        {
            Day.Run(DayPlan.Small(seed), turn =>
            {
                foreach (var happened in turn.Events) reached.UnionWith(Words(happened));
                foreach (var effect in turn.Effects) reached.Add(effect.GetType().Name);
            });
        }
        Assert.Empty(Everything().Except(reached));
    }

    private static IEnumerable<string> Words(ProjectEvent happened) => (happened switch
    {
        CallEnded ended => [$"{ended.Record.Direction} {ended.Record.Outcome}", $"by {ended.Record.EndedBy}"],
        QueueLeft left => [$"{left.Exit}"],
        LegEnded leg => [$"{leg.End}"],
        RingMissed missed => [$"{missed.Miss}"],
        CallRouted routed => [routed.Decision.Rule],
        EmployeeStateChanged { To: null } => ["removed"],
        EmployeeStateChanged { From: null, To.Activity: Activity.Talking } => ["came back talking"],
        EmployeeStateChanged changed => (string[])[$"{changed.Cause}", $"{changed.From?.Activity} to {changed.To?.Activity}"],
        _ => [],
    }).Append(happened.GetType().Name);

    private static IEnumerable<string> Everything() =>
    [
        // Older versions wrote CallTaken; this one reads it.
        .. Types<ProjectEvent>().Where(name => name != nameof(CallTaken)), .. Types<ProjectEffect>(),
        .. Enum.GetNames<LegEnd>(), .. Enum.GetNames<QueueExit>(), .. Enum.GetNames<RingMiss>(), .. Enum.GetNames<StateCause>(),
        .. Enum.GetNames<EndedBy>().Select(by => $"by {by}"),
        .. Enum.GetNames<CallOutcome>().Select(outcome => $"{CallDirection.Incoming} {outcome}"),
        "Outgoing Answered", "Outgoing Refused", "Outgoing Busy", "Outgoing NoAnswer", "Internal Answered", "Internal Abandoned",
        "ring-all", "longest-idle", "round-robin", "fewest-calls", "least-talk-time", "random", "in-order", "responsible", "last-talked",
        "number", "extension", "otherwise", "full", "time-out", "no-one-signed-in", "all-not-ready", "caller-number", "no-such-number",
        "destination-not-allowed", "too-many-outgoing", "no-trunk", "loop", "emergency-number", "not-accepted",
        "removed", "came back talking", "WrapUp to Ringing", "Ringing to WrapUp", "WrapUp to Talking", "Talking to WrapUp",
    ];

    private static IEnumerable<string> Types<T>() =>
        typeof(T).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T))).Select(type => type.Name);
}
