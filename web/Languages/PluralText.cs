namespace CallCenter.Web.Languages;

/// <summary>The two forms of English: 1 call, 2 calls.</summary>
public sealed record EnglishForms(string One, string Other);

/// <summary>The three forms of Ukrainian and Russian for whole numbers: 1 дзвінок, 2 дзвінки, 5 дзвінків.</summary>
public sealed record SlavicForms(string One, string Few, string Many);

/// <summary>A counted text: the words that stand behind a number, in all languages (CLDR plural rules for whole numbers).</summary>
public sealed record PluralText(EnglishForms English, SlavicForms Ukrainian, SlavicForms Russian)
{
    /// <summary>The words alone.</summary>
    public string Words(Language language, long count) => language switch
    {
        Language.Ukrainian => Slavic(Ukrainian, count),
        Language.Russian => Slavic(Russian, count),
        _ => Math.Abs(count) == 1 ? English.One : English.Other,
    };

    /// <summary>The number and the words.</summary>
    public string In(Language language, long count) => $"{Formats.Number(language, count)} {Words(language, count)}";

    private static string Slavic(SlavicForms forms, long count)
    {
        var (tens, ones) = (Math.Abs(count) % 100, Math.Abs(count) % 10);
        if (tens is >= 11 and <= 14)
        {
            return forms.Many;
        }

        return ones switch
        {
            1 => forms.One,
            2 or 3 or 4 => forms.Few,
            _ => forms.Many,
        };
    }
}
