namespace CallCenter.Media.Prompts;

public static class PromptLanguages
{
    public static IReadOnlyList<PromptLanguage> All { get; } = [PromptLanguage.Ukrainian, PromptLanguage.Russian, PromptLanguage.English];

    /// <summary>By ISO 639-1: "uk", "ru", "en".</summary>
    public static string Code(this PromptLanguage language) => language switch
    {
        PromptLanguage.Ukrainian => "uk",
        PromptLanguage.Russian => "ru",
        PromptLanguage.English => "en",
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, null),
    };
}
