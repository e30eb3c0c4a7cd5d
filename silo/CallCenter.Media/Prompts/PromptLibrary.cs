using System.Collections.Concurrent;
using CallCenter.Media.Playing;

namespace CallCenter.Media.Prompts;

/// <summary>
/// The prompts by language and name: what is shipped with the program, and over it what somebody recorded in place of one. Any thread at
/// any time; clips are shared by all who hear them.
/// </summary>
public sealed class PromptLibrary
{
    private const string MusicFolder = "music";
    private const string TonesFolder = "tones";

    private readonly ShippedPrompts _shipped;
    private readonly PromptTexts _texts;
    private readonly ConcurrentDictionary<(PromptLanguage Language, string Name), AudioClip> _replaced = [];

    private PromptLibrary(ShippedPrompts shipped, PromptTexts texts)
    {
        _shipped = shipped;
        _texts = texts;
        Music = [.. shipped.Names(MusicFolder).Order(StringComparer.Ordinal)];
    }

    /// <summary>Where the build puts the files: beside the program.</summary>
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "prompts");

    /// <summary>Names for <see cref="FindMusic"/>.</summary>
    public IReadOnlyList<string> Music { get; }

    /// <summary>Lists the files; each is read when it is first wanted.</summary>
    /// <exception cref="IOException">The folder is not there or cannot be read.</exception>
    public static PromptLibrary Open(string folder) =>
        new(ShippedPrompts.Open(folder), PromptTexts.Read(Path.Combine(folder, "prompts.tsv")));

    /// <summary>Another one over the same files, with replacements of its own (none yet).</summary>
    public PromptLibrary Overlaid() => new(_shipped, _texts);

    /// <summary>Reads all files now, so that a damaged one is known before somebody calls.</summary>
    /// <exception cref="InvalidDataException">A file is damaged.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public void LoadAll() => _shipped.LoadAll();

    /// <summary>All that are there in the language, in the order of their names.</summary>
    public IReadOnlyList<string> Names(PromptLanguage language) =>
        [.. _shipped.Names(language.Code()).Concat(_shipped.Names(TonesFolder)).Order(StringComparer.Ordinal)];

    /// <summary>What is said in it as shipped; nothing where it is not spoken or not there.</summary>
    public string? Text(PromptLanguage language, string name) => _texts.Find(language, name);

    /// <summary>The one in place of it, or the shipped one; nothing if the language has no such prompt.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public AudioClip? Find(PromptLanguage language, string name) =>
        _replaced.TryGetValue((language, name), out var clip)
            ? clip
            : _shipped.Find(language.Code(), name) ?? _shipped.Find(TonesFolder, name);

    /// <summary>To be looped: it goes on at its beginning without a seam.</summary>
    public AudioClip? FindMusic(string name) => _shipped.Find(MusicFolder, name);

    /// <summary>One after another in one clip.</summary>
    /// <param name="names">At least one.</param>
    /// <exception cref="ArgumentException">The language has no such prompt.</exception>
    public AudioClip Join(PromptLanguage language, IEnumerable<string> names) =>
        AudioClip.Join([.. names.Select(name =>
            Find(language, name) ?? throw new ArgumentException($"There is no prompt {name} in {language}.", nameof(names)))]);

    /// <summary>Who hears the prompt already hears it to its end.</summary>
    /// <returns>False if the language has no such prompt to be replaced.</returns>
    public bool Replace(PromptLanguage language, string name, AudioClip clip)
    {
        if (!_shipped.Has(language.Code(), name) && !_shipped.Has(TonesFolder, name))
        {
            return false;
        }

        _replaced[(language, name)] = clip;
        return true;
    }

    /// <summary>The shipped one again.</summary>
    /// <returns>False if nothing was in its place.</returns>
    public bool Restore(PromptLanguage language, string name) => _replaced.TryRemove((language, name), out _);

    public bool IsReplaced(PromptLanguage language, string name) => _replaced.ContainsKey((language, name));
}
