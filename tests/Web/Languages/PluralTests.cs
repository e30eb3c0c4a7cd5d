using CallCenter.Web.Board;
using CallCenter.Web.Desk;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Tests.Languages;

public sealed class PluralTests
{
    [Theory]
    [InlineData(Language.English, 0, "0 calls today")]
    [InlineData(Language.English, 1, "1 call today")]
    [InlineData(Language.English, 21, "21 calls today")]
    [InlineData(Language.Ukrainian, 0, "0 дзвінків сьогодні")]
    [InlineData(Language.Ukrainian, 1, "1 дзвінок сьогодні")]
    [InlineData(Language.Ukrainian, 2, "2 дзвінки сьогодні")]
    [InlineData(Language.Ukrainian, 5, "5 дзвінків сьогодні")]
    [InlineData(Language.Ukrainian, 11, "11 дзвінків сьогодні")]
    [InlineData(Language.Ukrainian, 14, "14 дзвінків сьогодні")]
    [InlineData(Language.Ukrainian, 21, "21 дзвінок сьогодні")]
    [InlineData(Language.Ukrainian, 22, "22 дзвінки сьогодні")]
    [InlineData(Language.Ukrainian, 111, "111 дзвінків сьогодні")]
    [InlineData(Language.Russian, 1, "1 звонок сегодня")]
    [InlineData(Language.Russian, 3, "3 звонка сегодня")]
    [InlineData(Language.Russian, 12, "12 звонков сегодня")]
    [InlineData(Language.Russian, 1_004, "1\u00a0004 звонка сегодня")]
    public void Words_agree_with_the_number(Language language, long count, string expected) =>
        Assert.Equal(expected, DeskTexts.CallsToday.In(language, count));

    [Theory]
    [InlineData(1, "клієнт чекає")]
    [InlineData(3, "клієнти чекають")]
    [InlineData(7, "клієнтів чекають")]
    public void Verbs_agree_as_well(long count, string expected) =>
        Assert.Equal(expected, BoardTexts.WaitingWords.Words(Language.Ukrainian, count));

    [Theory]
    [InlineData(null, "—")]
    [InlineData(0L, "0:00")]
    [InlineData(59_999L, "0:59")]
    [InlineData(61_000L, "1:01")]
    [InlineData(3_600_000L, "1:00:00")]
    [InlineData(-5L, "0:00")]
    public void Durations_are_minutes_and_seconds(long? milliseconds, string expected) =>
        Assert.Equal(expected, Formats.Duration(milliseconds));

    [Theory]
    [InlineData(Language.English, 82.5, "83%")]
    [InlineData(Language.Ukrainian, 82.4, "82\u00a0%")]
    public void Shares_are_whole_percents(Language language, double percent, string expected) =>
        Assert.Equal(expected, Formats.Percent(language, percent));

    [Fact]
    public void An_empty_denominator_is_a_dash() => Assert.Equal("—", Formats.Percent(Language.English, null));

    [Fact]
    public void Times_are_in_the_projects_zone() =>
        Assert.Equal("10:00", Formats.TimeOfDay(1_772_438_400_000, ProjectTime.Zone("Europe/Kyiv")));
}
