namespace CallCenter.Web.Languages;

/// <summary>The languages of the pages; equals, English only comes first.</summary>
public enum Language { English, Ukrainian, Russian }

/// <summary>Tags and names of the languages.</summary>
public static class LanguageNames
{
    public static readonly IReadOnlyList<Language> All = [Language.English, Language.Ukrainian, Language.Russian];

    /// <summary>BCP 47 tag, for <c>lang</c> attributes and the cookie.</summary>
    public static string Tag(this Language language) => language switch
    {
        Language.Ukrainian => "uk",
        Language.Russian => "ru",
        _ => "en",
    };

    /// <summary>The language's name in itself.</summary>
    public static string OwnName(this Language language) => language switch
    {
        Language.Ukrainian => "Українська",
        Language.Russian => "Русский",
        _ => "English",
    };

    /// <summary>Null for a tag that is none of ours; regions (<c>uk-UA</c>) do not matter.</summary>
    public static Language? FromTag(string? tag) => tag?.Split('-')[0].Trim().ToLowerInvariant() switch
    {
        "en" => Language.English,
        "uk" => Language.Ukrainian,
        "ru" => Language.Russian,
        _ => null,
    };
}
