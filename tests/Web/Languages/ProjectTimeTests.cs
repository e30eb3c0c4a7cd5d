using CallCenter.Engine.Statistics;
using CallCenter.Web.Languages;
using NodaTime;

namespace CallCenter.Web.Tests.Languages;

public sealed class ProjectTimeTests
{
    [Theory]
    [InlineData("Europe/Kyiv", "2026-03-02T08:00:00.250Z", "2026-03-02T10:00:00.250+02:00")]
    [InlineData("Europe/Kyiv", "2026-10-25T00:30:00Z", "2026-10-25T03:30:00.000+03:00")] // comes twice:
    [InlineData("Europe/Kyiv", "2026-10-25T01:30:00Z", "2026-10-25T03:30:00.000+02:00")]
    [InlineData("America/St_Johns", "2026-01-01T00:00:00Z", "2025-12-31T20:30:00.000-03:30")]
    [InlineData("UTC", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00.000+00:00")]
    [InlineData("europe/kyiv", "2026-03-02T08:00:00Z", "2026-03-02T10:00:00.000+02:00")]
    [InlineData("Nowhere/Atlantis", "2026-03-02T08:00:00Z", "2026-03-02T08:00:00.000+00:00")]
    public void A_time_in_a_file_is_local_and_tells_its_offset(string zone, string utc, string text) => Assert.Equal(
        text, ProjectTime.Iso(DateTimeOffset.Parse(utc, null).ToUnixTimeMilliseconds(), ProjectTime.Zone(zone)));

    [Fact]
    public void A_page_begins_every_day_of_every_zone_where_the_figures_do()
    {
        foreach (var name in TimeZones.Names)
        {
            var zone = ProjectTime.Zone(name);
            var day = new LocalDate(2026, 1, 1);
            for (var i = 0; i < 366; i++, day = day.PlusDays(1))
            {
                var start = ProjectTime.StartOf(day, zone);
                Assert.Equal((name, start), (name, Engine.Statistics.LocalDay.Containing(start, zone).Start));
            }
        }
    }
}
