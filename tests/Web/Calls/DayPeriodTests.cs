using System.Globalization;
using CallCenter.Web.Calls;

namespace CallCenter.Web.Tests.Calls;

public sealed class DayPeriodTests
{
    private static readonly TimeZoneInfo Kyiv = TimeZoneInfo.FindSystemTimeZoneById("Europe/Kyiv");

    [Theory]
    [InlineData(PeriodPreset.Today, "2026-03-01T22:00Z", "2026-03-02T22:00Z")]
    [InlineData(PeriodPreset.Yesterday, "2026-02-28T22:00Z", "2026-03-01T22:00Z")]
    [InlineData(PeriodPreset.Week, "2026-02-23T22:00Z", "2026-03-02T22:00Z")]
    [InlineData(PeriodPreset.Month, "2026-01-31T22:00Z", "2026-03-02T22:00Z")]
    public void Days_are_the_projects_and_include_today(PeriodPreset preset, string from, string to) =>
        Assert.Equal((Ms(from), Ms(to)), new DayPeriod(preset).Range(Time("2026-03-02T08:00Z"), Kyiv));

    [Fact]
    public void Late_in_the_evening_UTC_the_projects_day_has_changed_already() =>
        Assert.Equal(
            (Ms("2026-03-02T22:00Z"), Ms("2026-03-03T22:00Z")),
            new DayPeriod(PeriodPreset.Today).Range(Time("2026-03-02T22:30Z"), Kyiv));

    [Fact]
    public void Chosen_days_are_inclusive_and_a_day_of_23_hours_is_one() =>
        Assert.Equal(
            (Ms("2026-03-28T22:00Z"), Ms("2026-03-29T21:00Z")),
            new DayPeriod(PeriodPreset.Custom, new DateOnly(2026, 3, 29), new DateOnly(2026, 3, 29))
                .Range(Time("2026-06-01T00:00Z"), Kyiv));

    [Fact]
    public void A_missing_day_leaves_the_period_open() =>
        Assert.Equal((null, null), new DayPeriod(PeriodPreset.Custom).Range(Time("2026-06-01T00:00Z"), Kyiv));

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static long Ms(string text) => Time(text).ToUnixTimeMilliseconds();
}
