using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Engine.Statistics;

namespace CallCenter.Engine.Tests.Statistics;

public class DayTests
{
    [Fact]
    public void The_day_changes_at_midnight_of_the_project_s_time_zone()
    {
        // Kyiv is UTC+2 in winter: 22:00 UTC is its midnight.
        var script = new Script("Europe/Kyiv").Arrive(1, "2025-03-12 21:59:59").Arrive(2, "2025-03-12 22:00:00");
        Assert.Equal(1, script.Fold.Today(Script.At("2025-03-12 22:00:00")).Incoming);
    }

    [Fact]
    public void A_new_day_is_seen_by_reading_too()
    {
        var script = new Script().Arrive(1, "10:00:00").Queue(1, "10:00:00").Leave(1, "10:00:01", QueueExit.Answered);
        Assert.Equal(1, script.SalesAt("23:59:59.999").Figures.Offered);
        Assert.Equal(0, script.SalesAt("2025-03-13 00:00:00").Figures.Offered);
        Assert.Equal(0, script.Fold.Today(Script.At("2025-03-13 00:00:00")).Incoming);
        Assert.Equal(1, script.SalesAt("23:59:59.999").Figures.Offered);
    }

    [Fact]
    public void A_call_offered_before_midnight_belongs_to_yesterday()
    {
        var script = new Script().Arrive(1, "23:59:50").Queue(1, "23:59:50");
        Assert.Equal((1, 0), (script.SalesAt("2025-03-13 00:00:05").Waiting, script.SalesAt("2025-03-13 00:00:05").WaitingWithin));
        script.Leave(1, "2025-03-13 00:00:10", QueueExit.Answered);
        var today = script.SalesAt("2025-03-13 00:00:10");
        Assert.Equal((0, 0, 0), (today.Figures.Offered, today.Figures.Answered, today.Waiting));
    }

    [Fact]
    public void A_tile_over_midnight_is_split_between_the_days()
    {
        var script = new Script().Become(Script.Olena, "23:50:00", Availability.Ready, Activity.Idle);
        Assert.Equal(300_000, script.OlenaAt("2025-03-13 00:05:00").IdleMs);
        script.Become(Script.Olena, "2025-03-13 00:06:00", Availability.SignedOut, Activity.Idle);
        Assert.Equal(360_000, script.OlenaAt("2025-03-13 12:00:00").IdleMs);
    }

    [Theory]
    [InlineData("Europe/Kyiv", "2025-03-30 12:00:00", "2025-03-29 22:00:00", 23)] // clocks go forward at 03:00
    [InlineData("Europe/Kyiv", "2025-10-26 12:00:00", "2025-10-25 21:00:00", 25)] // and back at 04:00
    [InlineData("Europe/Kyiv", "2025-07-01 20:59:59", "2025-06-30 21:00:00", 24)]
    [InlineData("America/Havana", "2025-03-09 12:00:00", "2025-03-09 05:00:00", 23)] // there is no 00:00 – 01:00 on this day
    [InlineData("America/Havana", "2025-11-02 12:00:00", "2025-11-02 04:00:00", 25)] // 00:00 – 01:00 comes twice
    [InlineData("America/Santiago", "2025-09-07 12:00:00", "2025-09-07 04:00:00", 23)] // there is no midnight: it begins at 01:00
    [InlineData("America/Santiago", "2025-04-05 12:00:00", "2025-04-05 03:00:00", 25)] // and 23:00 – 00:00 comes twice
    [InlineData("Asia/Beirut", "2025-03-30 12:00:00", "2025-03-29 22:00:00", 23)]
    [InlineData("Asia/Beirut", "2025-10-25 12:00:00", "2025-10-24 21:00:00", 25)]
    [InlineData("europe/kyiv", "2025-03-30 12:00:00", "2025-03-29 22:00:00", 23)] // a name may be written in any case
    [InlineData("Pacific/Apia", "2011-12-29 12:00:00", "2011-12-29 10:00:00", 24)] // the day after is left out
    [InlineData("Pacific/Apia", "2011-12-31 00:00:00", "2011-12-30 10:00:00", 24)]
    [InlineData("Nowhere/Atlantis", "2025-07-01 12:00:00", "2025-07-01 00:00:00", 24)] // UTC
    [InlineData("Asia/Kathmandu", "2025-07-01 12:00:00", "2025-06-30 18:15:00", 24)]
    public void Days_are_23_or_25_hours_long_where_the_clocks_change(string zone, string at, string start, int hours)
    {
        var day = LocalDay.Containing(Script.At(at), TimeZones.Of(zone));
        Assert.Equal(Script.At(start), day.Start);
        Assert.Equal(hours * 3_600_000L, day.End - day.Start);
        Assert.Equal(0, day.Start % Interval.LengthMs);
    }

    [Fact]
    public void The_days_of_every_zone_follow_each_other_without_gap_for_years()
    {
        foreach (var name in TimeZones.Names)
        {
            var zone = TimeZones.Of(name);
            var day = LocalDay.Containing(Script.At("2024-12-31 12:00:00"), zone);
            for (var i = 0; i < 400; i++)
            {
                var next = LocalDay.Containing(day.End, zone);
                Assert.True(next.Start == day.End && next.End - next.Start is >= 79_200_000 and <= 93_600_000, name);
                day = next;
            }
        }
    }

    [Fact]
    public void Today_is_made_anew_when_the_time_zone_changes()
    {
        // 21:30 UTC is yesterday in Kyiv once it is 22:00 UTC, and today in UTC.
        var script = new Script("Europe/Kyiv").Arrive(1, "21:30:00").Arrive(2, "22:30:00");
        Assert.Equal(1, script.Fold.Today(Script.At("22:31:00")).Incoming);
        script.Apply(new ConfigurationPublished(2, "admin", new ProjectConfiguration { TimeZone = "UTC" }), Script.At("22:32:00"));
        Assert.Equal(2, script.Fold.Today(Script.At("22:33:00")).Incoming);
    }
}
