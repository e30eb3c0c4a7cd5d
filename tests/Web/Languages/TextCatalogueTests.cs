using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using CallCenter.Web.Languages;
using CallCenter.Web.Start;

namespace CallCenter.Web.Tests.Languages;

/// <summary>Every text of the pages, found by reflection in the static fields of the web project.</summary>
public sealed partial class TextCatalogueTests
{
    [Fact]
    public void No_text_lacks_a_language()
    {
        var texts = Texts().ToList();

        Assert.True(texts.Count > 100, "the search finds the catalogues");
        Assert.All(texts, text => Assert.All(
            LanguageNames.All, language => Assert.False(string.IsNullOrWhiteSpace(text.Text.In(language)), $"{text.Place} in {language}")));
    }

    [Fact]
    public void Filled_in_places_are_the_same_in_all_languages() => Assert.All(Texts(), text =>
    {
        var english = Places(text.Text.English);
        Assert.True(english.SetEquals(Places(text.Text.Ukrainian)), $"{text.Place} in Ukrainian");
        Assert.True(english.SetEquals(Places(text.Text.Russian)), $"{text.Place} in Russian");
    });

    [Fact]
    public void Ukrainian_and_Russian_are_written_in_their_own_letters() => Assert.All(Texts(), text =>
    {
        Assert.False(RussianLetters().IsMatch(text.Text.Ukrainian), $"{text.Place}: {text.Text.Ukrainian}");
        Assert.False(UkrainianLetters().IsMatch(text.Text.Russian), $"{text.Place}: {text.Text.Russian}");
        Assert.False(text.Text.English.Contains('!') || text.Text.Ukrainian.Contains('!') || text.Text.Russian.Contains('!'), text.Place);
    });

    [Fact]
    public void No_plural_form_is_missing() => Assert.All(Values<PluralText>(), plural => Assert.All(
        new[]
        {
            plural.Value.English.One, plural.Value.English.Other,
            plural.Value.Ukrainian.One, plural.Value.Ukrainian.Few, plural.Value.Ukrainian.Many,
            plural.Value.Russian.One, plural.Value.Russian.Few, plural.Value.Russian.Many,
        },
        form => Assert.False(string.IsNullOrWhiteSpace(form), plural.Place)));

    private static IEnumerable<(string Place, Text Text)> Texts() => Values<Text>().Select(one => (one.Place, one.Value));

    private static IEnumerable<(string Place, T Value)> Values<T>() =>
        from type in typeof(WebServer).Assembly.GetTypes()
        where !type.ContainsGenericParameters
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where Holds(field.FieldType, typeof(T))
        from value in Within<T>(field.GetValue(null))
        select ($"{type.Name}.{field.Name}", value);

    private static bool Holds(Type type, Type wanted) => type == wanted
        || (type.IsArray && type.GetElementType() == wanted)
        || (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) && type.GetGenericArguments().Contains(wanted));

    private static IEnumerable<T> Within<T>(object? value) => value switch
    {
        T one => [one],
        IDictionary map => map.Values.OfType<T>(),
        IEnumerable many => many.OfType<T>(),
        _ => [],
    };

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Place();

    [GeneratedRegex("[ыэёъЫЭЁЪ]")]
    private static partial Regex RussianLetters();

    [GeneratedRegex("[іїєґІЇЄҐ]")]
    private static partial Regex UkrainianLetters();
}
