using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CallCenter.Web.Work;

/// <summary>MudBlazor's own words in the language of the circuit; English are those it brings.</summary>
public sealed class MudWords(IslandLanguage language) : MudLocalizer
{
    public override LocalizedString this[string key] => MudTexts.Of(key, language.Value) is { } words
        ? new LocalizedString(key, words)
        : new LocalizedString(key, key, resourceNotFound: true);

    public override LocalizedString this[string key, params object[] arguments] => MudTexts.Of(key, language.Value) is { } words
        ? new LocalizedString(key, string.Format(System.Globalization.CultureInfo.InvariantCulture, words, arguments))
        : new LocalizedString(key, key, resourceNotFound: true);
}
