using CallCenter.Abstractions.Configuration;
using CallCenter.Engine.Configuration;
using CallCenter.Engine.Tests.Configuration;
using CallCenter.Web.Languages;
using CallCenter.Web.Settings;

namespace CallCenter.Web.Tests.Settings;

/// <summary>What the validator says has its words in all languages.</summary>
public class FindingTextsTests
{
    public static TheoryData<string> Mistakes => [.. BrokenDocuments.All.Keys];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Each_mistake_is_said_in_every_language(string mistake)
    {
        var error = Assert.Single(ConfigurationValidator.Validate(BrokenDocuments.All[mistake].Break(Documents.Valid())));

        Assert.NotNull(error.Words);
        Assert.Contains(error.Words.Problem, FindingTexts.Words.Keys);
        Assert.Contains(error.Words.Remedy, FindingTexts.Words.Keys);
        Assert.Equal($"{error.Problem}: {error.Remedy}.", FindingSentence.Of(error, Language.English), ignoreCase: true);
    }

    [Fact]
    public void Another_entry_is_called_by_its_name()
    {
        var document = BrokenDocuments.All["department name twice"].Break(Documents.Valid());
        var error = Assert.Single(ConfigurationValidator.Validate(document));

        Assert.Equal(
            $"Назву «SALES» використано двічі: це вже має {document.Departments[0].Name}.",
            FindingSentence.Of(error, Language.Ukrainian, document));
    }

    [Fact]
    public void Words_that_nobody_took_apart_are_said_as_they_are() => Assert.Equal(
        "Is empty.: A name..", FindingSentence.Of(new ConfigurationError("$.name", "Is empty.", "A name."), Language.Russian));
}
