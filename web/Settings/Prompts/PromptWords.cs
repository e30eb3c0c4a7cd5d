using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Prompts;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Settings.Prompts;

/// <summary>What a place of a sound is called.</summary>
public static class PromptWords
{
    /// <summary>The spoken languages and their sets of prompts.</summary>
    public static readonly IReadOnlyList<(SpokenLanguage Language, string Set)> Sets =
        [(SpokenLanguage.Ukrainian, "uk"), (SpokenLanguage.Russian, "ru"), (SpokenLanguage.English, "en")];

    public static string SetOf(SpokenLanguage language) => Sets.First(one => one.Language == language).Set;

    /// <summary>To the nearest second; a word is no shorter than one.</summary>
    public static string Duration(int milliseconds) => Formats.Duration(Math.Max(1_000, milliseconds + 500));

    /// <summary>Joined words of numbers and durations, which nobody hears alone.</summary>
    public static bool IsWord(PromptEntry entry) => entry.Place.Name is "and"
        || entry.Place.Name.Split('-')[0] is "number" or "thousand" or "hour" or "minute" or "second";

    /// <summary>The words that are said, or what it is where there are none.</summary>
    public static string Of(PromptEntry entry, Language language) => entry switch
    {
        { Text: { } words } => words,
        { Place.Set: PromptPlace.Own } => entry.Place.Name,
        { Place.Set: PromptPlace.Any } => DocumentTexts.WaitingMusic.In(language),
        { Place.Name: "tone" } => PromptsTexts.Beep.In(language),
        _ => entry.Place.Name,
    };

    /// <summary>In a sentence of the audit log, from what stands there: <c>closed (Ukrainian)</c>.</summary>
    public static string Of(string? place, Language language) => place?.Split('/') switch
    {
        [PromptPlace.Any, _] => DocumentTexts.WaitingMusic.In(language),
        [var set, var name] when Sets.FirstOrDefault(one => one.Set == set) is { Set: not null } spoken =>
            $"{name} ({DocumentTexts.Of(spoken.Language).In(language)})",
        [_, var key] => key,
        _ => Formats.None,
    };
}
