using CallCenter.Abstractions.Prompts;
using CallCenter.Media.Prompts;

namespace CallCenter.Silo.Media.Prompts;

/// <summary>Which places there are. What is none never becomes a name of a file.</summary>
internal static class SoundPlaces
{
    private const int LongestKey = 40;

    /// <summary>Null for what is no prompt of a language.</summary>
    public static PromptLanguage? LanguageOf(PromptPlace place)
    {
        foreach (var language in PromptLanguages.All)
        {
            if (language.Code() == place.Set)
            {
                return language;
            }
        }

        return null;
    }

    /// <summary>Whether a sound may be put there. A key of an own prompt need not be in the document yet.</summary>
    public static bool IsKnown(PromptPlace place, PromptLibrary prompts) =>
        place == PromptPlace.Music
        || (place.Set == PromptPlace.Own && IsKey(place.Name))
        || (LanguageOf(place) is { } language && prompts.Names(language).Contains(place.Name));

    // As the document's rule of keys has it.
    private static bool IsKey(string name) =>
        name.Length is > 0 and <= LongestKey
        && name.All(static letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
