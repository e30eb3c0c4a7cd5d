using CallCenter.Media.Prompts;

namespace CallCenter.Media.Tests.Prompts;

public sealed class SpokenNumberTests
{
    [Theory]
    [InlineData(0, "нуль", "ноль", "zero")]
    [InlineData(1, "один", "один", "one")]
    [InlineData(2, "два", "два", "two")]
    [InlineData(3, "три", "три", "three")]
    [InlineData(4, "чотири", "четыре", "four")]
    [InlineData(5, "п’ять", "пять", "five")]
    [InlineData(9, "дев’ять", "девять", "nine")]
    [InlineData(10, "десять", "десять", "ten")]
    [InlineData(11, "одинадцять", "одиннадцать", "eleven")]
    [InlineData(12, "дванадцять", "двенадцать", "twelve")]
    [InlineData(14, "чотирнадцять", "четырнадцать", "fourteen")]
    [InlineData(19, "дев’ятнадцять", "девятнадцать", "nineteen")]
    [InlineData(20, "двадцять", "двадцать", "twenty")]
    [InlineData(21, "двадцять один", "двадцать один", "twenty one")]
    [InlineData(22, "двадцять два", "двадцать два", "twenty two")]
    [InlineData(25, "двадцять п’ять", "двадцать пять", "twenty five")]
    [InlineData(40, "сорок", "сорок", "forty")]
    [InlineData(90, "дев’яносто", "девяносто", "ninety")]
    [InlineData(100, "сто", "сто", "one hundred")]
    [InlineData(101, "сто один", "сто один", "one hundred and one")]
    [InlineData(111, "сто одинадцять", "сто одиннадцать", "one hundred and eleven")]
    [InlineData(121, "сто двадцять один", "сто двадцать один", "one hundred and twenty one")]
    [InlineData(200, "двісті", "двести", "two hundred")]
    [InlineData(312, "триста дванадцять", "триста двенадцать", "three hundred and twelve")]
    [InlineData(999, "дев’ятсот дев’яносто дев’ять", "девятьсот девяносто девять", "nine hundred and ninety nine")]
    [InlineData(1_000, "тисяча", "тысяча", "one thousand")]
    [InlineData(1_001, "тисяча один", "тысяча один", "one thousand and one")]
    [InlineData(1_200, "тисяча двісті", "тысяча двести", "one thousand two hundred")]
    [InlineData(2_002, "дві тисячі два", "две тысячи два", "two thousand and two")]
    [InlineData(3_040, "три тисячі сорок", "три тысячи сорок", "three thousand and forty")]
    [InlineData(5_011, "п’ять тисяч одинадцять", "пять тысяч одиннадцать", "five thousand and eleven")]
    [InlineData(6_600, "шість тисяч шістсот", "шесть тысяч шестьсот", "six thousand six hundred")]
    [InlineData(7_777, "сім тисяч сімсот сімдесят сім", "семь тысяч семьсот семьдесят семь",
        "seven thousand seven hundred and seventy seven")]
    [InlineData(9_999, "дев’ять тисяч дев’ятсот дев’яносто дев’ять", "девять тысяч девятьсот девяносто девять",
        "nine thousand nine hundred and ninety nine")]
    [InlineData(10_205, "один нуль два нуль п’ять", "один ноль два ноль пять", "one zero two zero five")]
    public void A_number_is_said_as_people_say_it(int number, string ukrainian, string russian, string english) =>
        Assert.Equal([ukrainian, russian, english], Sentences(language => SpokenNumber.Names(language, number)));

    [Theory]
    [InlineData(0, "нуль хвилин", "ноль минут", "zero minutes")]
    [InlineData(1, "одна хвилина", "одна минута", "one minute")]
    [InlineData(2, "дві хвилини", "две минуты", "two minutes")]
    [InlineData(4, "чотири хвилини", "четыре минуты", "four minutes")]
    [InlineData(5, "п’ять хвилин", "пять минут", "five minutes")]
    [InlineData(11, "одинадцять хвилин", "одиннадцать минут", "eleven minutes")]
    [InlineData(12, "дванадцять хвилин", "двенадцать минут", "twelve minutes")]
    [InlineData(21, "двадцять одна хвилина", "двадцать одна минута", "twenty one minutes")]
    [InlineData(22, "двадцять дві хвилини", "двадцать две минуты", "twenty two minutes")]
    [InlineData(111, "сто одинадцять хвилин", "сто одиннадцать минут", "one hundred and eleven minutes")]
    [InlineData(2_001, "дві тисячі одна хвилина", "две тысячи одна минута", "two thousand and one minutes")]
    public void A_noun_agrees_with_its_number_and_the_number_with_its_noun(int number, string ukrainian, string russian, string english) =>
        Assert.Equal([ukrainian, russian, english], Sentences(language => SpokenNumber.Counted(language, number, CountedNoun.Minute)));

    [Theory]
    [InlineData(1, "одна година", "один час", "one hour")]
    [InlineData(2, "дві години", "два часа", "two hours")]
    [InlineData(5, "п’ять годин", "пять часов", "five hours")]
    [InlineData(21, "двадцять одна година", "двадцать один час", "twenty one hours")]
    public void The_hour_is_masculine_in_Russian_alone(int number, string ukrainian, string russian, string english) =>
        Assert.Equal([ukrainian, russian, english], Sentences(language => SpokenNumber.Counted(language, number, CountedNoun.Hour)));

    /// <summary>The rules of CLDR 45 in their own words: "v = 0 and i % 10 = 1 and i % 100 != 11" and so on.</summary>
    [Fact]
    public void Plural_forms_are_those_of_the_CLDR()
    {
        for (var i = 0; i <= 10_000; i++)
        {
            var slavic = i % 10 == 1 && i % 100 != 11 ? PluralForm.One
                : i % 10 is >= 2 and <= 4 && i % 100 is not (>= 12 and <= 14) ? PluralForm.Few
                : PluralForm.Many;
            Assert.Equal((i, slavic), (i, PluralForms.Of(PromptLanguage.Ukrainian, i)));
            Assert.Equal((i, slavic), (i, PluralForms.Of(PromptLanguage.Russian, i)));
            Assert.Equal((i, i == 1 ? PluralForm.One : PluralForm.Other), (i, PluralForms.Of(PromptLanguage.English, i)));
        }
    }

    [Fact]
    public void All_numbers_have_words_in_all_languages()
    {
        var all = PromptLanguages.All.SelectMany(language => Enumerable.Range(0, SpokenNumber.Most + 2).SelectMany(number =>
            Enum.GetValues<NumberGender>().SelectMany(gender => SpokenNumber.Names(language, number, gender))
                .Concat(Enum.GetValues<CountedNoun>().SelectMany(noun => SpokenNumber.Counted(language, number, noun)))
                .Select(name => (language, name))));
        Assert.Empty(all.Distinct().Where(said => !ReadByTable.Texts.ContainsKey(said)));
    }

    [Fact]
    public void No_two_numbers_sound_the_same() =>
        Assert.All(PromptLanguages.All, language => Assert.Distinct(Enumerable.Range(0, SpokenNumber.Most + 1)
            .Select(number => ReadByTable.Sentence(language, SpokenNumber.Names(language, number)))));

    [Fact]
    public void There_is_no_number_below_zero() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SpokenNumber.Names(PromptLanguage.English, -1));

    private static IEnumerable<string> Sentences(Func<PromptLanguage, IEnumerable<string>> names) =>
        PromptLanguages.All.Select(language => ReadByTable.Sentence(language, names(language)));
}
