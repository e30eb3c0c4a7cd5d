using System.Globalization;

namespace CallCenter.Media.Prompts;

/// <summary>A whole number as the names of the prompts that say it, one after another.</summary>
public static class SpokenNumber
{
    /// <summary>What is larger is said digit by digit.</summary>
    public const int Most = 9_999;

    /// <param name="number">Not negative.</param>
    /// <param name="gender">Of the noun that follows.</param>
    public static IReadOnlyList<string> Names(PromptLanguage language, int number, NumberGender gender = NumberGender.Masculine)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        if (number > Most)
        {
            return [.. number.ToString(CultureInfo.InvariantCulture).Select(digit => $"number-{digit}")];
        }

        var names = new List<string>();
        var (thousands, hundreds, rest) = (number / 1_000, number % 1_000 / 100, number % 100);
        if (thousands > 0)
        {
            names.AddRange(Thousands(language, thousands));
        }

        if (hundreds > 0)
        {
            names.Add($"number-{hundreds * 100}");
        }

        if (rest > 0 && names.Count > 0 && language == PromptLanguage.English)
        {
            names.Add("and");
        }

        if (rest > 0 || number == 0)
        {
            names.AddRange(BelowHundred(rest, language == PromptLanguage.English ? NumberGender.Masculine : gender));
        }

        return names;
    }

    /// <summary>The number and the noun in its form: дві хвилини, одна година, five minutes.</summary>
    /// <param name="number">Not negative.</param>
    public static IReadOnlyList<string> Counted(PromptLanguage language, int number, CountedNoun noun) =>
        [.. Names(language, number, GenderOf(language, noun)), NameOf(language, number, noun)];

    // Nobody but the English says one thousand: тисяча двісті, not одна тисяча двісті.
    private static IEnumerable<string> Thousands(PromptLanguage language, int thousands) =>
        thousands == 1 && language != PromptLanguage.English
            ? [NameOf(language, thousands, CountedNoun.Thousand)]
            : Counted(language, thousands, CountedNoun.Thousand);

    private static IEnumerable<string> BelowHundred(int number, NumberGender gender)
    {
        if (number < 20)
        {
            return [Unit(number, gender)];
        }

        var tens = $"number-{number / 10 * 10}";
        return number % 10 == 0 ? [tens] : [tens, Unit(number % 10, gender)];
    }

    private static string Unit(int number, NumberGender gender) =>
        number is 1 or 2 && gender == NumberGender.Feminine ? $"number-{number}-feminine" : $"number-{number}";

    private static string NameOf(PromptLanguage language, int number, CountedNoun noun) =>
        $"{Word(noun)}-{Ending(PluralForms.Of(language, number))}";

    private static string Word(CountedNoun noun) => noun switch
    {
        CountedNoun.Thousand => "thousand",
        CountedNoun.Hour => "hour",
        CountedNoun.Minute => "minute",
        CountedNoun.Second => "second",
        _ => throw new ArgumentOutOfRangeException(nameof(noun), noun, null),
    };

    private static string Ending(PluralForm form) => form switch
    {
        PluralForm.One => "one",
        PluralForm.Few => "few",
        PluralForm.Many => "many",
        _ => "other",
    };

    // Тисяча, година, хвилина, секунда; тысяча, минута, секунда. The Russian hour (час) is the only masculine one.
    private static NumberGender GenderOf(PromptLanguage language, CountedNoun noun) =>
        language == PromptLanguage.Russian && noun == CountedNoun.Hour ? NumberGender.Masculine : NumberGender.Feminine;
}
