using CallCenter.Abstractions.Calls;
using CallCenter.Engine.Statistics;

namespace CallCenter.Engine.Tests.Statistics;

public class DepartmentFiguresTests
{
    // Worked out by hand, X = 20 s, short limit = 5 s:
    //   1 enters 10:00:00, answered 10:00:20.000 → wait 20.000 s: within
    //   2 enters 10:00:10, answered 10:00:30.001 → wait 20.001 s: not within
    //   3 enters 10:01:00, abandons 10:01:05.000 → short
    //   4 enters 10:01:00, abandons 10:01:05.001 → not short, within
    //   5 enters 10:02:00, times out 10:07:00    → flow-out
    //   6 enters 10:08:00 and still waits
    private static Script Morning()
    {
        var script = new Script();
        foreach (var call in new[] { 1, 2, 3, 4, 5, 6 }) script.Arrive(call, "09:59:59");
        return script
            .Queue(1, "10:00:00").Queue(2, "10:00:10")
            .Leave(1, "10:00:20", QueueExit.Answered).Leave(2, "10:00:30.001", QueueExit.Answered)
            .Queue(3, "10:01:00").Queue(4, "10:01:00")
            .Leave(3, "10:01:05", QueueExit.Abandoned).Leave(4, "10:01:05.001", QueueExit.Abandoned)
            .Queue(5, "10:02:00").Leave(5, "10:07:00", QueueExit.TimeOut)
            .Queue(6, "10:08:00");
    }

    [Fact]
    public void A_morning_counted_by_hand()
    {
        var today = Morning().SalesAt("10:08:20");
        var figures = today.Figures;
        Assert.Equal((6, 2, 2, 1, 1), (figures.Offered, figures.Answered, figures.Abandoned, figures.FlowedOut(), figures.StillWaiting()));
        Assert.Equal((1, 1, 2, 1), (figures.AnsweredWithin, figures.ShortAbandoned, figures.AbandonedWithin, figures.TimedOut));
        Assert.Equal(40_001, figures.AnsweredWaitMs);
        Assert.Equal(20_001, figures.LongestAnsweredWaitMs);
        Assert.Equal(20_000, figures.AverageSpeedOfAnswerMs());
        Assert.Equal((10_001, 5_001, 300_000), (figures.AbandonedWaitMs, figures.LongestAbandonedWaitMs, figures.FlowedOutWaitMs));
        Assert.Equal(100.0 / 3, figures.AbandonRate());
        Assert.Equal((1, 1, Script.At("10:08:00")), (today.Waiting, today.WaitingWithin, today.LongestWaitSince));
    }

    [Fact]
    public void Default_service_level_leaves_the_short_abandons_out() =>
        Assert.Equal(100.0 * 1 / (6 - 1), Morning().SalesAt("10:08:20").ServiceLevelToday());

    [Fact]
    public void Live_service_level_waits_with_its_verdict_as_long_as_the_caller_may_still_be_answered_in_time()
    {
        var script = Morning();
        Assert.Equal(100.0 * 1 / (6 - 1 - 1), script.SalesAt("10:08:20.000").ServiceLevelLive());
        Assert.Equal(100.0 * 1 / (6 - 1 - 0), script.SalesAt("10:08:20.001").ServiceLevelLive());
    }

    [Fact]
    public void Nothing_offered_has_no_service_level_and_no_mean()
    {
        var today = new Script().SalesAt("12:00:00");
        Assert.Null(today.ServiceLevelLive());
        Assert.Null(today.ServiceLevelToday());
        Assert.Null(today.Figures.AverageSpeedOfAnswerMs());
        Assert.Null(today.Figures.AbandonRate());
        Assert.Null(today.Figures.AverageHandleMs());
        Assert.Null(today.LongestWaitSince);
    }

    [Theory]
    [InlineData(QueueExit.TimeOut, nameof(DepartmentFigures.TimedOut))]
    [InlineData(QueueExit.Full, nameof(DepartmentFigures.Full))]
    [InlineData(QueueExit.NoOneSignedIn, nameof(DepartmentFigures.NoOneSignedIn))]
    [InlineData(QueueExit.AllNotReady, nameof(DepartmentFigures.AllNotReady))]
    [InlineData(QueueExit.Interrupted, nameof(DepartmentFigures.Interrupted))]
    [InlineData(QueueExit.Failed, nameof(DepartmentFigures.Failed))]
    [InlineData(QueueExit.OfferRefused, nameof(DepartmentFigures.OfferRefused))]
    public void Each_flow_out_reason_is_counted_apart(QueueExit exit, string property)
    {
        var figures = new Script().Arrive(1, "10:00:00").Queue(1, "10:00:00").Leave(1, "10:00:01", exit).SalesAt("10:01:00").Figures;
        Assert.Equal(1, typeof(DepartmentFigures).GetProperty(property)!.GetValue(figures));
        Assert.Equal((1, 1, 0), (figures.Offered, figures.FlowedOut(), figures.StillWaiting()));
    }

    [Fact]
    public void A_call_that_a_full_queue_turned_away_was_offered()
    {
        var script = new Script().Arrive(1, "10:00:00").Queue(1, "10:00:00").Leave(1, "10:00:00", QueueExit.Full);
        var figures = script.SalesAt("10:01:00").Figures;
        Assert.Equal((1, 1), (figures.Offered, figures.Full));
    }

    [Fact]
    public void Internal_calls_are_in_no_department_figure()
    {
        var today = new Script().Arrive(1, "10:00:00", CallDirection.Internal, Script.Taras)
            .Queue(1, "10:00:00").Leave(1, "10:00:01", QueueExit.Answered).SalesAt("10:01:00");
        Assert.Equal((0, 0, 0), (today.Figures.Offered, today.Figures.Answered, today.Waiting));
    }

    [Fact]
    public void A_missed_call_belongs_to_the_department_first_reached_and_to_the_responsible_employee()
    {
        var script = new Script().Arrive(1, "10:00:00").Queue(1, "10:00:00").Leave(1, "10:00:30", QueueExit.Abandoned)
            .End(1, "10:00:30", responsible: Script.Olena);
        Assert.Equal(1, script.SalesAt("10:01:00").Figures.Missed);
        Assert.Equal(1, script.OlenaAt("10:01:00").Missed);
        Assert.Equal((1, 0, 1), (script.Fold.Today(Script.At("10:01:00")) is var today ? today.Incoming : 0, today.Answered, today.Missed));
    }

    [Fact]
    public void Summing_adds_every_count_and_keeps_the_longest()
    {
        foreach (var property in typeof(DepartmentFigures).GetProperties())
        {
            var (one, two) = (new DepartmentFigures(), new DepartmentFigures());
            property.SetValue(one, property.PropertyType == typeof(int) ? (object)3 : 3L);
            property.SetValue(two, property.PropertyType == typeof(int) ? (object)4 : 4L);
            one.Add(two);
            var expected = property.Name.StartsWith("Longest", StringComparison.Ordinal) ? 4 : 7;
            Assert.Equal(expected, Convert.ToInt32(property.GetValue(one)));
        }
    }
}
