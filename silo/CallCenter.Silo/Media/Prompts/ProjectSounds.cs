using System.Collections.Concurrent;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Prompts;
using CallCenter.Media.Codecs;
using CallCenter.Media.Playing;
using CallCenter.Media.Prompts;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Media.Prompts;

/// <summary>
/// What callers of a project hear: its own sounds, and the built-in ones where it has none. Own ones are read on another thread when the
/// project is opened, and lie in memory: whoever asks for one waits for no disk, and hears the built-in one until they are there. From any
/// thread.
/// </summary>
public sealed class ProjectSounds
{
    /// <summary>All sounds of a project together: 115 MB as they lie in memory.</summary>
    public static readonly TimeSpan MostTogether = TimeSpan.FromHours(2);

    /// <summary>Places further back are put together each time they are told.</summary>
    private const int KeptPlaces = 100;

    private static readonly WaveReadingOptions Levelled = WaveReadingOptions.Default with { IsLevelled = true };

    private readonly ConcurrentDictionary<PromptPlace, AudioClip> _own = new();
    private readonly Lock _changing = new();
    private readonly Lazy<PromptLibrary> _prompts;
    private readonly BuiltInSounds _builtIn;
    private readonly SoundFolder _folder;
    private readonly ILogger _log;
    private volatile ConcurrentDictionary<(PromptLanguage, int), AudioClip> _places = new();

    private ProjectSounds(BuiltInSounds builtIn, SoundFolder folder, ILogger log)
    {
        (_builtIn, _folder, _log) = (builtIn, folder, log);
        _prompts = new Lazy<PromptLibrary>(() => builtIn.Prompts.Overlaid());
        Loaded = Task.Run(Load);
    }

    /// <summary>Ends when the sounds that were kept are there.</summary>
    public Task Loaded { get; }

    /// <summary>For whoever waits or is held.</summary>
    public AudioClip Music => _own.GetValueOrDefault(PromptPlace.Music) ?? Prompts.FindMusic(Prompts.Music[0])!;

    private PromptLibrary Prompts => _prompts.Value;

    internal static ProjectSounds Open(BuiltInSounds builtIn, SoundFolder folder, ILogger log) => new(builtIn, folder, log);

    /// <summary>Calls are coming: what is built in is read now, on another thread.</summary>
    public void WarmUp() => _builtIn.WarmUp();

    /// <summary>A request for patience, and the place in the queue.</summary>
    public AudioClip PlaceInQueue(SpokenLanguage language, int position)
    {
        var (spoken, places) = (Of(language), _places);
        return position <= KeptPlaces ? places.GetOrAdd((spoken, position), one => Join(one.Item1, one.Item2)) : Join(spoken, position);
    }

    /// <summary>A built-in prompt or what is in its place; null where the language has none of this name.</summary>
    public AudioClip? Prompt(SpokenLanguage language, string name) => Prompts.Find(Of(language), name);

    /// <summary>The sound of a prompt of the document; null where it has none yet.</summary>
    public AudioClip? Own(string key) => _own.GetValueOrDefault(PromptPlace.OfOwn(key));

    /// <summary>One after another; what has a sound of the project's own in its place is that.</summary>
    public AudioClip Say(SpokenLanguage language, IReadOnlyList<Prompt> prompts) => AudioClip.Join(
        [.. prompts.Select(prompt => (prompt.Own is { } own ? Own(own) : null) ?? Prompt(language, prompt.Name)!)]);

    /// <summary>Every place that there is without a look at the document.</summary>
    public IReadOnlyList<PromptEntry> List() =>
    [
        .. PromptLanguages.All.SelectMany(language => Prompts.Names(language).Select(name => Entry(new(language.Code(), name), language))),
        Entry(PromptPlace.Music, null),
        .. _own.Keys.Where(static place => place.Set == PromptPlace.Own).Select(place => Entry(place, null)),
    ];

    /// <summary>Null where there is no sound.</summary>
    public AudioClip? Find(PromptPlace place) =>
        place == PromptPlace.Music ? Music
        : SoundPlaces.LanguageOf(place) is { } language ? Prompts.Find(language, place.Name)
        : _own.GetValueOrDefault(place);

    /// <summary>Reads the file, keeps it, and has it heard from now on. Takes as long as the file is.</summary>
    public async Task<PromptRefusal?> Put(PromptPlace place, byte[] wav)
    {
        await Loaded.ConfigureAwait(false);
        var reading = WaveReader.Read(wav, Levelled);
        lock (_changing)
        {
            return !SoundPlaces.IsKnown(place, Prompts) ? PromptRefusal.NoSuchPrompt
                : !reading.IsHeard ? Of(reading.Problem!.Value)
                : !HasRoom(place, reading.Samples) ? PromptRefusal.NoRoom
                : Keep(place, reading.Samples);
        }
    }

    /// <summary>The built-in one again, or none.</summary>
    /// <returns>False where nothing of the project's was there.</returns>
    /// <exception cref="IOException">The disk does not let go of it.</exception>
    public async Task<bool> Restore(PromptPlace place)
    {
        await Loaded.ConfigureAwait(false);
        lock (_changing)
        {
            if (!_own.ContainsKey(place))
            {
                return false;
            }

            _folder.Delete(place);
            _own.TryRemove(place, out _);
            if (SoundPlaces.LanguageOf(place) is { } language)
            {
                Prompts.Restore(language, place.Name);
                _places = new();
            }

            return true;
        }
    }

    private static PromptLanguage Of(SpokenLanguage language) => language switch
    {
        SpokenLanguage.Russian => PromptLanguage.Russian,
        SpokenLanguage.English => PromptLanguage.English,
        _ => PromptLanguage.Ukrainian,
    };

    private static PromptRefusal Of(WaveProblem problem) => problem switch
    {
        WaveProblem.NotWave => PromptRefusal.NotWave,
        WaveProblem.UnsupportedEncoding => PromptRefusal.UnsupportedEncoding,
        WaveProblem.UnsupportedRate => PromptRefusal.UnsupportedRate,
        WaveProblem.Truncated => PromptRefusal.Truncated,
        WaveProblem.Empty => PromptRefusal.Empty,
        WaveProblem.TooLong => PromptRefusal.TooLong,
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, null),
    };

    /// <summary>What was no loop becomes one.</summary>
    private static AudioClip Clip(PromptPlace place, short[] samples)
    {
        if (place == PromptPlace.Music)
        {
            LoopSeam.Fade(samples);
        }

        return new AudioClip(samples);
    }

    private PromptEntry Entry(PromptPlace place, PromptLanguage? language) => new(
        place, language is { } spoken ? Prompts.Text(spoken, place.Name) : null, _own.ContainsKey(place),
        (int?)Find(place)?.Duration.TotalMilliseconds);

    private AudioClip Join(PromptLanguage language, int position) =>
        Prompts.Join(language, [PromptNames.PleaseWait, .. SpokenPlace.Position(language, position)]);

    private bool HasRoom(PromptPlace place, short[] samples) =>
        _own.Where(one => one.Key != place).Sum(static one => (long)one.Value.Length) + samples.Length
        <= (long)MostTogether.TotalSeconds * G711.SampleRate;

    private PromptRefusal? Keep(PromptPlace place, short[] samples)
    {
        try
        {
            _folder.Write(place, WaveWriter.Write(samples));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            MediaLog.SoundNotKept(_log, _folder.PathOf(place), failure.Message);
            return PromptRefusal.NotWritten;
        }

        Set(place, Clip(place, samples));
        return null;
    }

    private void Set(PromptPlace place, AudioClip clip)
    {
        _own[place] = clip;
        if (SoundPlaces.LanguageOf(place) is { } language)
        {
            Prompts.Replace(language, place.Name, clip);

            // Another one, so that what is being put together of the sound before goes with those.
            _places = new();
        }
    }

    private void Load()
    {
        try
        {
            foreach (var place in _folder.All())
            {
                Load(place);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            MediaLog.SoundUnusable(_log, _folder.Folder, failure.Message);
        }
    }

    private void Load(PromptPlace place)
    {
        var path = _folder.PathOf(place);
        try
        {
            using var file = File.OpenRead(path);
            var reading = WaveReader.Read(file);
            if (!SoundPlaces.IsKnown(place, Prompts) || !reading.IsHeard)
            {
                MediaLog.SoundUnusable(_log, path, reading.IsHeard ? "there is no prompt of this name" : $"{reading.Problem}");
            }
            else if (HasRoom(place, reading.Samples))
            {
                Set(place, Clip(place, reading.Samples));
            }
            else
            {
                MediaLog.SoundUnusable(_log, path, $"all sounds of the project are longer than {MostTogether}");
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            MediaLog.SoundUnusable(_log, path, failure.Message);
        }
    }
}
