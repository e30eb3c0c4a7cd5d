using CallCenter.Media.Codecs;
using CallCenter.Media.Playing;
using CallCenter.Media.Prompts;
using CallCenter.Tests.Shared;

namespace CallCenter.Media.Tests.Prompts;

public sealed class PromptLibraryTests : IDisposable
{
    private static readonly AudioClip Own = new([1_000, 2_000]);

    private readonly TemporaryFolder _folder = new();
    private readonly PromptLibrary _library = PromptLibrary.Open(PromptLibrary.ShippedFolder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void All_that_is_shipped_can_be_heard()
    {
        _library.LoadAll();
        Assert.All(ReadByTable.Texts, cell =>
        {
            Assert.NotNull(_library.Find(cell.Key.Language, cell.Key.Name));
            Assert.Equal(cell.Value, _library.Text(cell.Key.Language, cell.Key.Name));
        });
    }

    [Fact]
    public void A_clip_is_read_once_whoever_asks_for_it()
    {
        var clips = new AudioClip?[64];
        Parallel.For(0, clips.Length, at => clips[at] = _library.Find(PromptLanguage.Russian, PromptNames.Goodbye));
        Assert.Single(clips.Distinct());
        Assert.Same(clips[0], _library.Overlaid().Find(PromptLanguage.Russian, PromptNames.Goodbye));
    }

    [Theory]
    [InlineData("no-such-prompt")]
    [InlineData("")]
    [InlineData("../en/goodbye")]
    [InlineData("and")]
    [InlineData("waiting")]
    public void What_is_not_there_is_not_found_and_not_replaced(string name)
    {
        Assert.Null(_library.Find(PromptLanguage.Ukrainian, name));
        Assert.Null(_library.Text(PromptLanguage.Ukrainian, name));
        Assert.False(_library.Replace(PromptLanguage.Ukrainian, name, Own));
        Assert.False(_library.Restore(PromptLanguage.Ukrainian, name));
        Assert.Throws<ArgumentException>(() => _library.Join(PromptLanguage.Ukrainian, [PromptNames.Goodbye, name]));
    }

    [Fact]
    public void A_replacement_is_heard_in_its_language_until_it_is_taken_back()
    {
        var shipped = _library.Find(PromptLanguage.English, PromptNames.Closed);
        Assert.True(_library.Replace(PromptLanguage.English, PromptNames.Closed, Own));
        Assert.True(_library.IsReplaced(PromptLanguage.English, PromptNames.Closed));
        Assert.Same(Own, _library.Find(PromptLanguage.English, PromptNames.Closed));
        Assert.NotSame(Own, _library.Find(PromptLanguage.Russian, PromptNames.Closed));
        Assert.NotSame(Own, _library.Overlaid().Find(PromptLanguage.English, PromptNames.Closed));

        Assert.True(_library.Restore(PromptLanguage.English, PromptNames.Closed));
        Assert.False(_library.Restore(PromptLanguage.English, PromptNames.Closed));
        Assert.Same(shipped, _library.Find(PromptLanguage.English, PromptNames.Closed));
    }

    [Fact]
    public void The_tone_can_be_replaced_in_one_language()
    {
        Assert.True(_library.Replace(PromptLanguage.Ukrainian, PromptNames.Tone, Own));
        Assert.Same(Own, _library.Find(PromptLanguage.Ukrainian, PromptNames.Tone));
        Assert.NotSame(Own, _library.Find(PromptLanguage.English, PromptNames.Tone));
    }

    [Fact]
    public void Prompts_are_joined_by_their_codes_in_both_laws()
    {
        _library.Replace(PromptLanguage.English, PromptNames.Tone, Own);
        var names = SpokenPlace.Position(PromptLanguage.English, 21).Append(PromptNames.Tone).ToList();
        var joined = _library.Join(PromptLanguage.English, names);

        Assert.Equal(["position", "number-20", "number-1", "tone"], names);
        foreach (var law in Enum.GetValues<G711Law>())
        {
            Assert.Equal(
                names.SelectMany(name => _library.Find(PromptLanguage.English, name)!.Codes(law).ToArray()), joined.Codes(law).ToArray());
        }
    }

    [Fact]
    public void One_clip_joined_is_itself_and_none_is_nothing()
    {
        Assert.Same(Own, AudioClip.Join([Own]));
        Assert.Throws<ArgumentException>(() => AudioClip.Join([]));
    }

    [Fact]
    public void A_damaged_file_is_told_by_its_name()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "prompts.tsv"), "name\tuk\tru\ten\n");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "en"));
        File.WriteAllText(Path.Combine(_folder.Path, "en", "goodbye.wav"), "damaged beyond repair");
        var library = PromptLibrary.Open(_folder.Path);
        Assert.Contains("goodbye.wav", Assert.Throws<InvalidDataException>(library.LoadAll).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => library.Find(PromptLanguage.English, "goodbye"));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_said_at_once() =>
        Assert.Throws<DirectoryNotFoundException>(() => PromptLibrary.Open(Path.Combine(_folder.Path, "nowhere")));
}
