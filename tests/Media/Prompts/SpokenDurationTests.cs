using CallCenter.Media.Prompts;

namespace CallCenter.Media.Tests.Prompts;

public sealed class SpokenDurationTests
{
    [Theory]
    [InlineData(-5, "менше хвилини", "меньше минуты", "less than a minute")]
    [InlineData(0, "менше хвилини", "меньше минуты", "less than a minute")]
    [InlineData(59.9, "менше хвилини", "меньше минуты", "less than a minute")]
    [InlineData(60, "одна хвилина", "одна минута", "one minute")]
    [InlineData(60.1, "дві хвилини", "две минуты", "two minutes")]
    [InlineData(300, "п’ять хвилин", "пять минут", "five minutes")]
    [InlineData(59 * 60, "п’ятдесят дев’ять хвилин", "пятьдесят девять минут", "fifty nine minutes")]
    [InlineData((59 * 60) + 1, "одна година", "один час", "one hour")]
    [InlineData(61 * 60, "одна година одна хвилина", "один час одна минута", "one hour and one minute")]
    [InlineData(142 * 60, "дві години двадцять дві хвилини", "два часа двадцать две минуты", "two hours and twenty two minutes")]
    [InlineData(300 * 60, "п’ять годин", "пять часов", "five hours")]
    public void A_wait_is_told_in_whole_minutes_rounded_up(double seconds, string ukrainian, string russian, string english) =>
        Assert.Equal(
            [
                "Орієнтовний час очікування — " + ukrainian,
                "Примерное время ожидания — " + russian,
                "The expected wait is " + english,
            ],
            Sentences(language => SpokenPlace.ExpectedWait(language, TimeSpan.FromSeconds(seconds))));

    [Theory]
    [InlineData(0, "нуль секунд", "ноль секунд", "zero seconds")]
    [InlineData(1, "одна секунда", "одна секунда", "one second")]
    [InlineData(62, "одна хвилина дві секунди", "одна минута две секунды", "one minute and two seconds")]
    [InlineData(3_605, "одна година п’ять секунд", "один час пять секунд", "one hour and five seconds")]
    [InlineData(86_523, "двадцять чотири години дві хвилини три секунди", "двадцать четыре часа две минуты три секунды",
        "twenty four hours two minutes and three seconds")]
    public void A_duration_is_told_to_the_second(int seconds, string ukrainian, string russian, string english) =>
        Assert.Equal(
            [ukrainian, russian, english],
            Sentences(language => SpokenDuration.Names(language, TimeSpan.FromSeconds(seconds + 0.9))));

    [Theory]
    [InlineData(1, "один", "один", "one")]
    [InlineData(22, "двадцять два", "двадцать два", "twenty two")]
    public void A_place_in_the_queue_is_a_number(int position, string ukrainian, string russian, string english) =>
        Assert.Equal(
            ["Ваш номер у черзі — " + ukrainian, "Ваш номер в очереди — " + russian, "Your place in the queue is " + english],
            Sentences(language => SpokenPlace.Position(language, position)));

    [Fact]
    public void The_longest_duration_has_words() =>
        Assert.All(PromptLanguages.All, language => Assert.NotEmpty(
            ReadByTable.Sentence(language, SpokenPlace.ExpectedWait(language, TimeSpan.MaxValue))));

    private static IEnumerable<string> Sentences(Func<PromptLanguage, IEnumerable<string>> names) =>
        PromptLanguages.All.Select(language => ReadByTable.Sentence(language, names(language)));
}
