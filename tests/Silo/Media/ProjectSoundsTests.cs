using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Projects;
using CallCenter.Abstractions.Prompts;
using CallCenter.Media.Prompts;
using CallCenter.Silo.Tests.Signaling;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Media;

/// <summary>What was put in place of a built-in sound, or beside them, is what callers hear: at once, and after a restart.</summary>
public sealed class ProjectSoundsTests : IDisposable
{
    private static readonly PromptPlace Closed = new("uk", PromptNames.Closed);
    private static readonly PromptPlace Greeting = PromptPlace.OfOwn("greeting");

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, byte[], PromptRefusal> Unheard => new()
    {
        { "uk/closed", "RIFF or not, this is a text."u8.ToArray(), PromptRefusal.NotWave },
        { "uk/closed", [], PromptRefusal.Empty },
        { "uk/closed", Wav(0.5)[..4_000], PromptRefusal.Truncated },
        { "uk/closed", Rated(4_000), PromptRefusal.UnsupportedRate },
        { "uk/closed", Wav(601), PromptRefusal.TooLong },
        { "uk/nothing", Wav(1), PromptRefusal.NoSuchPrompt },
        { "uk/music", Wav(1), PromptRefusal.NoSuchPrompt },
        { "any/closed", Wav(1), PromptRefusal.NoSuchPrompt },
        { "pl/closed", Wav(1), PromptRefusal.NoSuchPrompt },
        { "own/../../main", Wav(1), PromptRefusal.NoSuchPrompt },
        { "own/Greeting", Wav(1), PromptRefusal.NoSuchPrompt },
        { "../own/x", Wav(1), PromptRefusal.NoSuchPrompt },
    };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_put_is_heard_at_once_and_after_a_restart_until_it_is_taken_away()
    {
        TimeSpan builtIn;
        await using (var silo = await Start())
        {
            builtIn = silo.Sounds.Prompt(SpokenLanguage.Ukrainian, PromptNames.Closed)!.Duration;
            Assert.Null(silo.Sounds.Own("greeting"));
            Assert.Null(await silo.Prompts.Put(SiloUnderTest.Project, Closed, Wav(1.5)));
            Assert.Null(await silo.Prompts.Put(SiloUnderTest.Project, Greeting, Wav(2)));
            Assert.Null(await silo.Prompts.Put(SiloUnderTest.Project, PromptPlace.Music, Wav(3)));
            Heard(silo);
        }

        await using (var silo = await Start())
        {
            await silo.Sounds.Loaded;
            Heard(silo);
            Assert.True(await silo.Prompts.Restore(SiloUnderTest.Project, Closed));
            Assert.True(await silo.Prompts.Restore(SiloUnderTest.Project, Greeting));
            Assert.True(await silo.Prompts.Restore(SiloUnderTest.Project, PromptPlace.Music));
            Assert.False(await silo.Prompts.Restore(SiloUnderTest.Project, PromptPlace.Music));
        }

        await using (var silo = await Start())
        {
            await silo.Sounds.Loaded;
            Assert.Equal(builtIn, silo.Sounds.Prompt(SpokenLanguage.Ukrainian, PromptNames.Closed)!.Duration);
            Assert.Null(silo.Sounds.Own("greeting"));
            Assert.NotEqual(TimeSpan.FromSeconds(3), silo.Sounds.Music.Duration);
            Assert.Null(await silo.Prompts.Read(SiloUnderTest.Project, Greeting));
        }
    }

    [Fact]
    public async Task A_place_in_the_queue_is_said_with_the_words_that_are_there_now()
    {
        await using var silo = await Start();
        var sounds = silo.Sounds;
        var before = sounds.PlaceInQueue(SpokenLanguage.English, 1);
        Assert.Same(before, sounds.PlaceInQueue(SpokenLanguage.English, 1));
        var wait = sounds.Prompt(SpokenLanguage.English, PromptNames.PleaseWait)!;
        var one = sounds.Prompt(SpokenLanguage.English, "number-1")!;

        await silo.Prompts.Put(SiloUnderTest.Project, new("en", PromptNames.PleaseWait), Wav(1));
        await silo.Prompts.Put(SiloUnderTest.Project, new("en", "number-1"), Wav(0.25));

        Assert.Equal(before.Length - wait.Length - one.Length + 10_000, sounds.PlaceInQueue(SpokenLanguage.English, 1).Length);
        await silo.Prompts.Restore(SiloUnderTest.Project, new("en", PromptNames.PleaseWait));
        await silo.Prompts.Restore(SiloUnderTest.Project, new("en", "number-1"));
        Assert.Equal(before.Length, sounds.PlaceInQueue(SpokenLanguage.English, 1).Length);
    }

    [Theory]
    [MemberData(nameof(Unheard))]
    public async Task What_cannot_be_heard_is_refused_and_changes_nothing(string place, byte[] wav, PromptRefusal refusal)
    {
        await using var silo = await Start();
        var parts = place.Split('/', 2);
        Assert.Equal(refusal, await silo.Prompts.Put(SiloUnderTest.Project, new(parts[0], parts[1]), wav));
        Assert.DoesNotContain(await silo.Prompts.List(SiloUnderTest.Project), entry => entry.IsReplaced);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "prompts")));
    }

    [Fact]
    public async Task A_project_keeps_two_hours_of_sound_and_no_more()
    {
        await using var silo = await Start();
        var tenMinutes = Wav(600);
        for (var i = 0; i < 12; i++)
        {
            Assert.Null(await silo.Prompts.Put(SiloUnderTest.Project, PromptPlace.OfOwn($"long-{i}"), tenMinutes));
        }

        Assert.Equal(PromptRefusal.NoRoom, await silo.Prompts.Put(SiloUnderTest.Project, Greeting, Wav(1)));
        Assert.Null(await silo.Prompts.Put(SiloUnderTest.Project, PromptPlace.OfOwn("long-3"), Wav(599)));
        Assert.Null(await silo.Prompts.Put(SiloUnderTest.Project, Greeting, Wav(1)));
    }

    [Fact]
    public async Task A_damaged_file_is_said_in_the_log_and_the_built_in_one_is_heard()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "prompts", "main", "uk"));
        await File.WriteAllTextAsync(FileOf("uk", "closed"), "damaged", TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(FileOf("uk", "nothing"), Wav(1), TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(FileOf("uk", "goodbye"), Wav(1), TestContext.Current.CancellationToken);
        using var log = new KeptLog();
        await using var silo = await Start(log);
        await silo.Sounds.Loaded;

        Assert.NotNull(silo.Sounds.Prompt(SpokenLanguage.Ukrainian, PromptNames.Closed));
        Assert.Equal(TimeSpan.FromSeconds(1), silo.Sounds.Prompt(SpokenLanguage.Ukrainian, PromptNames.Goodbye)!.Duration);
        Assert.Contains(log.Lines, line => line.Contains("closed.wav is not played to callers", StringComparison.Ordinal)
            && line.EndsWith("NotWave", StringComparison.Ordinal));
        Assert.Contains(log.Lines, line => line.Contains("nothing.wav", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains("goodbye", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_has_every_place_with_its_words_and_what_is_left_over()
    {
        await using var silo = await Start();
        await silo.Prompts.Put(SiloUnderTest.Project, Greeting, Wav(2));
        await silo.Prompts.Put(SiloUnderTest.Project, PromptPlace.OfOwn("left-over"), Wav(1));
        var document = SampleConfiguration.Of("127.0.0.1:5080", ["sip:one@127.0.0.1:9"]);
        await silo.Publish(document with { Prompts = [new("greeting", "Greeting", "Good day."), new("silent", "Silent")] });

        var list = (await silo.Prompts.List(SiloUnderTest.Project)).ToDictionary(entry => entry.Place);

        Assert.Equal(new PromptEntry(Greeting, "Good day.", true, 2_000), list[Greeting]);
        Assert.Equal(new PromptEntry(PromptPlace.OfOwn("silent"), null, false, null), list[PromptPlace.OfOwn("silent")]);
        Assert.Equal(new PromptEntry(PromptPlace.OfOwn("left-over"), null, true, 1_000), list[PromptPlace.OfOwn("left-over")]);
        Assert.StartsWith("На жаль, зараз ми не працюємо.", list[Closed].Text, StringComparison.Ordinal);
        Assert.All(list.Values.Where(entry => entry.Place.Set != PromptPlace.Own), entry => Assert.True(entry.DurationMs > 0, $"{entry}"));
        Assert.Contains(new PromptPlace("en", "tone"), list.Keys);
        Assert.Contains(PromptPlace.Music, list.Keys);
    }

    [Fact]
    public async Task What_is_read_is_a_file_as_it_is_heard()
    {
        await using var silo = await Start();
        var file = await silo.Prompts.Read(SiloUnderTest.Project, Closed);
        var heard = silo.Sounds.Prompt(SpokenLanguage.Ukrainian, PromptNames.Closed)!;
        Assert.Equal(heard.Length, WaveReader.Read(file!).Samples!.Length);
    }

    [Fact]
    public async Task The_sounds_of_a_removed_project_go_with_it_and_those_of_others_stay()
    {
        await using var silo = await Start();
        var shop = await silo.Add("shop", SampleConfiguration.Of("127.0.0.1:5080", ["sip:one@127.0.0.1:9"]));
        await silo.Prompts.Put(shop, Greeting, Wav(1));
        await silo.Prompts.Put(SiloUnderTest.Project, Greeting, Wav(1));

        silo.Set(shop, ProjectStanding.Suspended);
        silo.Set(shop, ProjectStanding.Removed);

        await Eventually.Holds(() => !Directory.Exists(Path.Combine(_folder.Path, "prompts", "shop")));
        Assert.True(File.Exists(FileOf("own", "greeting")));
    }

    private static void Heard(SiloUnderTest silo)
    {
        Assert.Equal(TimeSpan.FromSeconds(1.5), silo.Sounds.Prompt(SpokenLanguage.Ukrainian, PromptNames.Closed)!.Duration);
        Assert.NotEqual(TimeSpan.FromSeconds(1.5), silo.Sounds.Prompt(SpokenLanguage.Russian, PromptNames.Closed)!.Duration);
        Assert.Equal(TimeSpan.FromSeconds(2), silo.Sounds.Own("greeting")!.Duration);
        Assert.Equal(TimeSpan.FromSeconds(3), silo.Sounds.Music.Duration);
    }

    private static byte[] Wav(double seconds)
    {
        var samples = new short[(int)(seconds * 8_000)];
        Array.Fill<short>(samples, 1_000);
        return WaveWriter.Write(samples);
    }

    private static byte[] Rated(int rate)
    {
        var file = Wav(1);
        BitConverter.GetBytes(rate).CopyTo(file, 24);
        return file;
    }

    private string FileOf(string set, string name) => Path.Combine(_folder.Path, "prompts", "main", set, name + ".wav");

    private Task<SiloUnderTest> Start(KeptLog? log = null) => SiloUnderTest.Start(folder: _folder.Path, log: log);
}
