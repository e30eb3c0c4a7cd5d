using System.Collections.Concurrent;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Media.Playing;
using CallCenter.Media.Prompts;

namespace CallCenter.Silo.Media;

/// <summary>What callers hear of us. Loaded with the first use, shared by all calls. From any thread.</summary>
internal sealed class Sounds
{
    /// <summary>Places further back are put together each time they are told.</summary>
    private const int KeptPlaces = 100;

    private readonly Lazy<PromptLibrary> _prompts = new(static () => PromptLibrary.Open(PromptLibrary.ShippedFolder));
    private readonly ConcurrentDictionary<(PromptLanguage, int), AudioClip> _places = new();
    private int _isWarm;

    /// <summary>
    /// Reads the files now, on another thread: no call waits for a disk. What is wrong with one is said to whoever wants to hear it.
    /// </summary>
    public void WarmUp()
    {
        if (Interlocked.Exchange(ref _isWarm, 1) == 0)
        {
            _ = Task.Run(() => _prompts.Value.LoadAll());
        }
    }

    /// <summary>For whoever waits or is held.</summary>
    public AudioClip Music => _prompts.Value.FindMusic(_prompts.Value.Music[0])!;

    /// <summary>For whoever is answered and rung for.</summary>
    public AudioClip Ringing { get; } = RingingTone.Make();

    /// <summary>A request for patience, and the place in the queue.</summary>
    public AudioClip PlaceInQueue(SpokenLanguage language, int position)
    {
        var spoken = Of(language);
        return position <= KeptPlaces ? _places.GetOrAdd((spoken, position), one => Join(one.Item1, one.Item2)) : Join(spoken, position);
    }

    /// <summary>One after another.</summary>
    public AudioClip Say(SpokenLanguage language, IReadOnlyList<Prompt> prompts) =>
        _prompts.Value.Join(Of(language), prompts.Select(static prompt => prompt.Name));

    private AudioClip Join(PromptLanguage language, int position) =>
        _prompts.Value.Join(language, [PromptNames.PleaseWait, .. SpokenPlace.Position(language, position)]);

    private static PromptLanguage Of(SpokenLanguage language) => language switch
    {
        SpokenLanguage.Russian => PromptLanguage.Russian,
        SpokenLanguage.English => PromptLanguage.English,
        _ => PromptLanguage.Ukrainian,
    };
}
