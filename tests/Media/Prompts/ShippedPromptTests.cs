using System.Reflection;
using CallCenter.Media.Codecs;
using CallCenter.Media.Prompts;
using CallCenter.Media.Tests.Mixing;

namespace CallCenter.Media.Tests.Prompts;

/// <summary>The files that are shipped, as they lie beside the tests.</summary>
public sealed class ShippedPromptTests
{
    private const int MostBytes = 3_000_000;

    private static readonly string Folder = PromptLibrary.ShippedFolder;

    [Fact]
    public void Every_cell_of_the_table_is_a_file_and_every_file_a_cell()
    {
        var files = PromptLanguages.All.SelectMany(language => Directory.EnumerateFiles(Path.Combine(Folder, language.Code()))
            .Select(file => $"{language} {Path.GetFileNameWithoutExtension(file)}"));
        Assert.Equal(ReadByTable.Texts.Keys.Select(cell => $"{cell.Language} {cell.Name}").Order(), files.Order());
    }

    [Fact]
    public void Prompts_that_are_named_in_code_are_there_in_all_languages_and_all_are_named()
    {
        var library = PromptLibrary.Open(Folder);
        var named = typeof(PromptNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!);
        string[] numbers = ["number-", "thousand-", "hour-", "minute-", "second-", "and"];
        Assert.All(PromptLanguages.All, language => Assert.Equal(
            named.Order(StringComparer.Ordinal), library.Names(language).Where(name => !numbers.Any(name.StartsWith))));
    }

    [Fact]
    public void All_of_it_is_small() =>
        Assert.InRange(
            Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length), 1, MostBytes);

    [Fact]
    public void Prompts_are_equally_loud_and_no_longer_than_people_listen()
    {
        var library = PromptLibrary.Open(Folder);
        foreach (var (language, name) in ReadByTable.Texts.Keys)
        {
            var clip = library.Find(language, name)!;
            var samples = new short[clip.Length];
            G711.Decode(G711Law.A, clip.Codes(G711Law.A), samples);
            Assert.True(clip.Duration < TimeSpan.FromSeconds(6), $"{language} {name}: {clip.Duration}");
            Assert.True(SpokenDecibels(samples) is > -22 and < -20, $"{language} {name}: {SpokenDecibels(samples):F1} dBFS");
            Assert.True(samples.Max(sample => Math.Abs((int)sample)) < 32_768 * 0.75, $"{language} {name} is too near to the limit.");
        }
    }

    [Fact]
    public void Words_of_numbers_begin_and_end_with_a_twentieth_of_a_second_of_silence()
    {
        var library = PromptLibrary.Open(Folder);
        foreach (var (language, name) in ReadByTable.Texts.Keys.Where(cell => cell.Name.StartsWith("number-", StringComparison.Ordinal)))
        {
            var clip = library.Find(language, name)!;
            var samples = new short[clip.Length];
            G711.Decode(G711Law.A, clip.Codes(G711Law.A), samples);
            var threshold = samples.Max(sample => Math.Abs((int)sample)) / 90;
            var loud = Enumerable.Range(0, samples.Length).Where(at => Math.Abs((int)samples[at]) > threshold).ToList();
            Assert.True(loud[0] is > 350 and < 500, $"{language} {name} begins at {loud[0]}.");
            Assert.True(samples.Length - loud[^1] is > 350 and < 500, $"{language} {name} ends {samples.Length - loud[^1]} too early.");
        }
    }

    [Fact]
    public void Music_lasts_and_has_no_seam()
    {
        var library = PromptLibrary.Open(Folder);
        var clip = library.FindMusic(Assert.Single(library.Music))!;
        var samples = new short[clip.Length];
        G711.Decode(G711Law.A, clip.Codes(G711Law.A), samples);
        Assert.InRange(clip.Duration, TimeSpan.FromSeconds(45), TimeSpan.FromSeconds(60));
        Assert.InRange(10 * Math.Log10(samples.Average(sample => (double)sample * sample) / (32_768.0 * 32_768)), -20.5, -19.5);

        // From the last sample to the first is no greater step than from one to the next anywhere near.
        var steps = samples[..800].Zip(samples[1..801], (one, next) => Math.Abs(one - next));
        Assert.InRange(Math.Abs(samples[0] - samples[^1]), 0, steps.Max());
    }

    [Fact]
    public void The_tone_is_1_kHz_for_0_4_seconds_in_every_language()
    {
        var clip = PromptLibrary.Open(Folder).Find(PromptLanguage.English, PromptNames.Tone)!;
        Assert.Equal(TimeSpan.FromSeconds(0.4), clip.Duration);
        Assert.InRange(Goertzel.Amplitude(clip.Codes(G711Law.A).ToArray(), 1_000), 7_500, 8_500);
    }

    // By frames of 20 ms in which somebody speaks.
    private static double SpokenDecibels(short[] samples)
    {
        var powers = samples.Chunk(160).Select(frame => frame.Average(sample => (double)sample * sample) / (32_768.0 * 32_768)).ToList();
        return 10 * Math.Log10(powers.Where(power => power > powers.Max() / 1_000).Average());
    }
}
