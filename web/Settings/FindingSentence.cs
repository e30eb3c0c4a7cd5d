using System.Globalization;
using CallCenter.Abstractions.Configuration;
using CallCenter.Web.Languages;
using CallCenter.Web.Settings.Drafts;

namespace CallCenter.Web.Settings;

/// <summary>
/// An error or warning of the validator in the reader's language. Where a value is the place of another entry (<c>$.employees[3]</c>) it is
/// called by its name.
/// </summary>
public static class FindingSentence
{
    /// <summary>Both sentences in one.</summary>
    public static string Of(ConfigurationError finding, Language language, ProjectConfiguration? document = null) =>
        Capital($"{Problem(finding, language, document)}: {Remedy(finding, language, document)}.");

    public static string Problem(ConfigurationError finding, Language language, ProjectConfiguration? document = null) =>
        finding.Words is { } words ? Say(words.Problem, words.ProblemValues, language, document) : finding.Problem;

    public static string Remedy(ConfigurationError finding, Language language, ProjectConfiguration? document = null) =>
        finding.Words is { } words ? Say(words.Remedy, words.RemedyValues, language, document) : finding.Remedy;

    private static string Say(string template, IReadOnlyList<string> values, Language language, ProjectConfiguration? document) =>
        string.Format(
            CultureInfo.InvariantCulture, Word(template, language),
            [.. values.Select(value => Named(value, document) ?? Word(value, language))]);

    private static string? Named(string value, ProjectConfiguration? document) =>
        document is not null && value.StartsWith("$.", StringComparison.Ordinal) ? FindingPlace.Of(value, document)?.Name : null;

    private static string Word(string english, Language language) =>
        language == Language.English || !FindingTexts.Words.TryGetValue(english, out var words) ? english
            : language == Language.Ukrainian ? words.Ukrainian : words.Russian;

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
