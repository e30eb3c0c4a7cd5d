namespace CallCenter.Media.Prompts;

/// <summary>Which form a noun takes (Unicode CLDR, cardinal rules of en, ru and uk for whole numbers).</summary>
public static class PluralForms
{
    /// <param name="number">Not negative.</param>
    public static PluralForm Of(PromptLanguage language, int number) => (language, number % 10, number % 100) switch
    {
        (PromptLanguage.English, _, _) => number == 1 ? PluralForm.One : PluralForm.Other,
        (_, _, >= 11 and <= 14) => PluralForm.Many,
        (_, 1, _) => PluralForm.One,
        (_, >= 2 and <= 4, _) => PluralForm.Few,
        _ => PluralForm.Many,
    };
}
