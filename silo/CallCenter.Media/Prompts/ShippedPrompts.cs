using System.Collections.Frozen;
using CallCenter.Media.Playing;

namespace CallCenter.Media.Prompts;

/// <summary>The files beside the program: folders of WAV files. Each is read when it is first wanted, once, whoever asks.</summary>
internal sealed class ShippedPrompts
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, Lazy<AudioClip>>> _folders;

    private ShippedPrompts(FrozenDictionary<string, FrozenDictionary<string, Lazy<AudioClip>>> folders) => _folders = folders;

    /// <summary>Only lists what is there. Names are never made into paths, so that none leads out of the folder.</summary>
    /// <exception cref="IOException">The folder is not there or cannot be read.</exception>
    public static ShippedPrompts Open(string folder) =>
        new(Directory.EnumerateDirectories(folder).ToFrozenDictionary(
            path => Path.GetFileName(path),
            path => Directory.EnumerateFiles(path, "*.wav").ToFrozenDictionary(
                file => Path.GetFileNameWithoutExtension(file),
                file => new Lazy<AudioClip>(() => Load(file)))));

    public IEnumerable<string> Names(string folder) => _folders.TryGetValue(folder, out var files) ? files.Keys : [];

    public bool Has(string folder, string name) => _folders.TryGetValue(folder, out var files) && files.ContainsKey(name);

    public AudioClip? Find(string folder, string name) =>
        _folders.TryGetValue(folder, out var files) && files.TryGetValue(name, out var clip) ? clip.Value : null;

    public void LoadAll()
    {
        foreach (var clip in _folders.Values.SelectMany(files => files.Values))
        {
            _ = clip.Value;
        }
    }

    private static AudioClip Load(string path)
    {
        using var file = File.OpenRead(path);
        var reading = WaveReader.Read(file);
        return reading.IsHeard ? reading.ToClip() : throw new InvalidDataException($"{path} is no prompt: {reading.Problem}.");
    }
}
