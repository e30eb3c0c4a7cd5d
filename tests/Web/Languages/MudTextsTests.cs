using System.Collections;
using System.Resources;
using CallCenter.Web.Languages;
using CallCenter.Web.Work;
using MudBlazor;

namespace CallCenter.Web.Tests.Languages;

/// <summary>Of MudBlazor's own words none is left in English, whatever its next version brings.</summary>
public class MudTextsTests
{
    private const string Resource = "MudBlazor.Resources.LanguageResource.resources";

    [Fact]
    public void Each_of_its_words_has_a_Ukrainian_and_a_Russian_one()
    {
        using var stream = typeof(MudButton).Assembly.GetManifestResourceStream(Resource)!;
        using var words = new ResourceReader(stream);
        List<string> missing = [];
        foreach (DictionaryEntry word in words)
        {
            var (key, english) = ((string)word.Key, (string)word.Value!);
            foreach (var language in new[] { Language.Ukrainian, Language.Russian })
            {
                if (MudTexts.Of(key, language) is not { } text || Places(text) != Places(english)) missing.Add($"{key} in {language}");
            }
        }

        Assert.Empty(missing);
    }

    private static int Places(string text) => Enumerable.Range(0, 5).Count(n => text.Contains($"{{{n}}}", StringComparison.Ordinal));
}
