using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallCenter.Abstractions.Board;
using CallCenter.Grains.Serialization;
using CallCenter.Tests.Shared;
using CallCenter.Tests.Shared.Ports;

namespace CallCenter.Grains.Tests.Golden;

/// <summary>
/// Silos and pages of a cluster are renewed one after the other: what one version wrote the next one reads. The README of this project
/// tells what to do when one of these fails.
/// </summary>
public sealed class MessageGoldenTests(GrainsUnderTest under, ITestOutputHelper output) : IClassFixture<GrainsUnderTest>
{
    private const string HowTo = "If a message was changed on purpose, freeze it: see tests/Grains/README.md.";

    private static readonly JsonSerializerOptions Readable = new(SharedLanguage.Json)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static IReadOnlyList<int> Versions =>
        [.. Directory.GetFiles(Here(), "messages-*.json").Select(path => int.Parse(Path.GetFileName(path)[9..^5])).Order()];

    public static TheoryData<int, string> Samples()
    {
        var data = new TheoryData<int, string>();
        foreach (var version in Versions)
        {
            foreach (var kind in Read(version).Keys) data.Add(version, kind);
        }
        return data;
    }

    [Theory, MemberData(nameof(Samples))]
    public void A_message_of_every_version_is_read_as_what_it_was(int version, string kind)
    {
        var sample = Read(version)[kind];

        var read = under.Serializer.Deserialize<object>(Convert.FromHexString(sample.Bytes));

        Assert.Null(JsonDifference.Of(sample.Fields, Fields(read!)));
    }

    [Fact]
    public void Every_message_has_its_sample_and_is_written_today_as_in_the_newest_version()
    {
        var frozen = Read(Versions[^1]);
        foreach (var (kind, sample) in Today())
        {
            Assert.True(frozen.TryGetValue(kind, out var before), $"{kind} has no sample. {HowTo}");
            Assert.True(before.Bytes == sample.Bytes, $"{kind} is written otherwise. {HowTo}");
        }
    }

    /// <summary>
    /// <c>CallCenter.Grains.Tests -explicit only -method "*Freeze*"</c>: writes what is written today as the next version.
    /// </summary>
    [Fact(Explicit = true)]
    public void Freeze_what_is_written_today_as_the_next_version()
    {
        var file = Path.Combine(Here(), $"messages-{(Versions.Count == 0 ? 1 : Versions[^1] + 1)}.json");
        File.WriteAllText(file, JsonSerializer.Serialize(Today(), Readable) + "\n");
        output.WriteLine($"Written: {file}");
        Assert.NotEmpty(Versions);
    }

    private SortedDictionary<string, Sample> Today() => new(
        SampleMessages.All().ToDictionary(
            pair => pair.Key,
            pair => new Sample(Convert.ToHexStringLower(under.Serializer.SerializeToArray<object>(pair.Value)), Fields(pair.Value))),
        StringComparer.Ordinal);

    // What an update holds shows in the board that it leads to.
    private static JsonNode Fields(object message)
    {
        var shown = message is BoardUpdate update ? update.On(SampleProject.Board(SampleProject.Configuration))! : message;
        return JsonSerializer.SerializeToNode(shown, shown.GetType(), SharedLanguage.Json)!;
    }

    private static Dictionary<string, Sample> Read(int version) => JsonSerializer.Deserialize<Dictionary<string, Sample>>(
        File.ReadAllText(Path.Combine(Here(), $"messages-{version}.json")), Readable)!;

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    private sealed record Sample(string Bytes, JsonNode Fields);
}
