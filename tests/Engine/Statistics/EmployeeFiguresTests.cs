using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Employees;
using CallCenter.Engine.Statistics;
using static CallCenter.Abstractions.Employees.Activity;
using static CallCenter.Abstractions.Employees.Availability;

namespace CallCenter.Engine.Tests.Statistics;

public class EmployeeFiguresTests
{
    // Olena's quarter of an hour:
    //   10:00:00 ready, idle            60 s
    //   10:01:00 rung for call 1        10 s
    //   10:01:10 talks; on hold 10:01:40 – 10:02:00: talk 30 + 60 s, hold 20 s
    //   10:03:00 wrap-up                30 s
    //   10:03:30 idle                   90 s
    //   10:05:00 not ready (break)     120 s
    //   10:07:00 signed out
    private static Script Quarter() => new Script()
        .Become(Script.Olena, "10:00:00", Ready, Idle)
        .Arrive(1, "10:00:50").Queue(1, "10:01:00")
        .Become(Script.Olena, "10:01:00", Ready, Ringing, 1)
        .Take(1, "10:01:10", Script.Olena).Leave(1, "10:01:10", QueueExit.Answered)
        .Become(Script.Olena, "10:01:10", Ready, Talking, 1)
        .Hold(1, "10:01:40", true).Hold(1, "10:02:00", false)
        .End(1, "10:03:00", "10:01:10", Script.Olena, null, 90_000,
            new LegRecord(1, LegKind.Employee, Script.Olena, Script.Sales, "olena", Script.At("10:01:00"), Script.At("10:01:02"),
                Script.At("10:01:10"), Script.At("10:03:00"), 20_000, LegEnd.OtherSideHungUp, null))
        .Become(Script.Olena, "10:03:00", Ready, WrapUp, 1)
        .Become(Script.Olena, "10:03:30", Ready, Idle)
        .Become(Script.Olena, "10:05:00", NotReady, Idle)
        .Become(Script.Olena, "10:07:00", SignedOut, Idle);

    [Fact]
    public void A_quarter_of_an_hour_counted_by_hand()
    {
        var figures = Quarter().OlenaAt("11:00:00");
        Assert.Equal((10_000, 90_000, 20_000, 30_000), (figures.RingingMs, figures.TalkMs, figures.HoldMs, figures.WrapUpMs));
        Assert.Equal((150_000, 120_000, 300_000, 420_000), (figures.IdleMs, figures.NotReadyMs, figures.ReadyMs, figures.SignedInMs));
        Assert.Equal((1, 0, 0), (figures.Taken, figures.Outgoing, figures.Rona));
        Assert.Equal(8_000, figures.SpeedOfAnswerMs());
        // 140 s of contact, 150 s idle; the 10 s of ringing are neither.
        Assert.Equal(100.0 * 140 / 290, figures.Occupancy());
    }

    [Fact]
    public void Who_talks_twice_on_a_call_took_one()
    {
        var script = new Script().Arrive(1, "10:00:00")
            .Take(1, "10:00:10", Script.Olena).Take(1, "10:01:00", Script.Taras).Take(1, "10:02:00", Script.Olena)
            .Take(1, "10:03:00", Script.Taras);

        Assert.Equal((1, 2, 1), (script.OlenaAt("11:00:00").Taken, script.OlenaAt("11:00:00").Talks, script.OlenaAt("11:00:00").Calls()));
        Assert.Equal(1, script.Fold.Today(Script.At("11:00:00")).Answered);
        Assert.Equal(1, script.Fold.EmployeeToday(Script.Taras, Script.At("11:00:00")).Taken);
    }

    [Fact]
    public void The_department_gets_the_parts_of_the_handle_time()
    {
        var figures = Quarter().SalesAt("11:00:00").Figures;
        Assert.Equal((90_000, 20_000, 30_000), (figures.TalkMs, figures.HoldMs, figures.WrapUpMs));
        Assert.Equal((1, 140_000), (figures.Handled, figures.AverageHandleMs()));
    }

    [Fact]
    public void The_running_tile_counts_up_to_now()
    {
        var script = new Script().Become(Script.Olena, "10:00:00", Ready, Idle);
        Assert.Equal(60_000, script.OlenaAt("10:01:00").IdleMs);
        Assert.Equal(61_000, script.OlenaAt("10:01:01").IdleMs);
        Assert.Null(new Script().OlenaAt("10:01:00").Occupancy());
    }

    [Fact]
    public void Each_kind_of_missed_ring_is_counted_apart_and_is_no_missed_call()
    {
        var figures = new Script().Arrive(1, "10:00:00")
            .Miss(1, "10:00:15", RingMiss.NoAnswer).Miss(1, "10:00:30", RingMiss.NoAnswer)
            .Miss(1, "10:00:31", RingMiss.Rejected).Miss(1, "10:00:32", RingMiss.Unreachable).OlenaAt("10:01:00");
        Assert.Equal((2, 1, 1, 0), (figures.Rona, figures.Rejected, figures.Unreachable, figures.Missed));
    }

    [Theory]
    [InlineData(30_000, 0)]
    [InlineData(30_001, 1)]
    public void A_long_outgoing_talk_is_strictly_longer_than_thirty_seconds(long talkMs, int expected)
    {
        var figures = new Script().Arrive(1, "10:00:00", CallDirection.Outgoing, Script.Olena)
            .Take(1, "10:00:05", null).End(1, "10:01:00", "10:00:05", Script.Olena, null, talkMs).OlenaAt("10:02:00");
        Assert.Equal((1, 1, expected, 0), (figures.Outgoing, figures.OutgoingAnswered, figures.LongOutgoingTalks, figures.Taken));
    }

    [Fact]
    public void Internal_talk_is_neither_contact_nor_idle()
    {
        var script = new Script().Become(Script.Olena, "10:00:00", Ready, Idle)
            .Arrive(1, "10:01:00", CallDirection.Internal, Script.Taras)
            .Take(1, "10:01:00", Script.Olena).Become(Script.Olena, "10:01:00", Ready, Talking, 1, forSales: false)
            .End(1, "10:02:00", "10:01:00", Script.Olena).Become(Script.Olena, "10:02:00", Ready, Idle);
        var figures = script.OlenaAt("10:02:00");
        Assert.Equal((60_000, 60_000, 0, 0), (figures.IdleMs, figures.InternalMs, figures.TalkMs, figures.Taken));
        var today = script.Fold.Today(Script.At("10:02:00"));
        Assert.Equal((1, 0, 0, 0), (today.Internal, today.Incoming, today.Answered, today.Missed));
    }

    [Fact]
    public void A_colleague_s_leg_that_answered_too_late_counts_nothing_for_him()
    {
        var late = new LegRecord(1, LegKind.Employee, Script.Olena, Script.Sales, "olena", Script.At("10:00:00"), null,
            Script.At("10:00:04"), Script.At("10:00:04"), 0, LegEnd.TakenElsewhere, null);
        Assert.Null(new Script().Arrive(1, "10:00:00").End(1, "10:01:00", "10:00:04", Script.Taras, null, 0, late)
            .OlenaAt("10:02:00").SpeedOfAnswerMs());
    }

    [Fact]
    public void A_removed_employee_keeps_what_he_did()
    {
        var script = new Script().Become(Script.Olena, "10:00:00", Ready, Idle);
        script.Apply(new EmployeeStateChanged(Script.Olena, null, null, StateCause.Configuration, null), Script.At("10:01:00"));
        Assert.Equal(60_000, script.OlenaAt("12:00:00").IdleMs);
    }

    [Fact]
    public void Summing_adds_every_figure()
    {
        foreach (var property in typeof(EmployeeFigures).GetProperties())
        {
            var (one, two) = (new EmployeeFigures(), new EmployeeFigures());
            property.SetValue(one, property.PropertyType == typeof(int) ? (object)3 : 3L);
            property.SetValue(two, property.PropertyType == typeof(int) ? (object)4 : 4L);
            one.Add(two);
            Assert.Equal(7, Convert.ToInt32(property.GetValue(one)));
        }
    }
}
