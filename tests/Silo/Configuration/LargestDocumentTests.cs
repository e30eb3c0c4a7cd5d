using CallCenter.Abstractions.Configuration;
using CallCenter.Silo.Configuration;
using CallCenter.Silo.Secrets;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Configuration;

/// <summary>A document of the largest size is published and survives; a larger one changes nothing.</summary>
public sealed class LargestDocumentTests
{
    [Fact]
    public async Task The_largest_document_is_published_journaled_and_there_after_a_restart()
    {
        using var folder = new TemporaryFolder();
        var document = LargestDocument.Make();
        var silo = await SiloUnderTest.Start(folder: folder.Path);
        using (var configurations = new Configurations(silo.Projects, SecretStore.Open(folder.Path)))
        {
            var result = await configurations.Import(
                SiloUnderTest.Project, ConfigurationJson.Write(document), null, SampleDocument.Author);
            Assert.Equal((1, 0), (result.Version, result.Errors.Count));

            var refused = await configurations.Import(
                SiloUnderTest.Project, ConfigurationJson.Write(LargestDocument.TooLarge()), null, SampleDocument.Author);
            Assert.Null(refused.Version);
            Assert.Contains($"use at most {ConfigurationJson.MostBytes}", refused.Errors[0].Remedy, StringComparison.Ordinal);
        }

        silo.Crash();
        await using var again = await SiloUnderTest.Start(folder: folder.Path);
        var (version, published) = await again.Projects.Configuration(SiloUnderTest.Project);
        Assert.Equal((1, document.Employees.Count), (version, published.Employees.Count));
        Assert.Equal(ConfigurationJson.Write(document), ConfigurationJson.Write(published));
    }

    [Fact]
    public async Task A_short_document_that_is_too_long_when_it_is_written_out_is_refused_before_anything_changes()
    {
        await using var silo = await SiloUnderTest.Start();
        using var configurations = new Configurations(silo.Projects, SecretStore.Open(silo.Folder));
        var members = string.Join(',', Enumerable.Range(0, 10_000).Select(index => $$"""{"employee":"e{{index}}"}"""));
        var departments = string.Join(
            ',', Enumerable.Range(0, 60).Select(index => $$"""{"id":"d{{index}}","name":"D{{index}}","members":[{{members}}]}"""));
        var json = System.Text.Encoding.UTF8.GetBytes($$"""{"name":"x","departments":[{{departments}}]}""");
        Assert.True(json.Length < ConfigurationJson.MostBytes);

        var result = await configurations.Import(SiloUnderTest.Project, json, null, SampleDocument.Author);

        Assert.Contains(result.Errors, error => error.Problem.Contains("when every setting is written out", StringComparison.Ordinal));
        Assert.Empty(silo.Events<ConfigurationPublished>());
    }
}
