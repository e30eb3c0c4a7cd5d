using CallCenter.Abstractions.Configuration;
using CallCenter.Media.Playing;

namespace CallCenter.Silo.Media;

/// <summary>What callers hear of us. Loaded with the first use, shared by all calls. From any thread.</summary>
internal sealed class Sounds
{
    private readonly Lazy<AudioClip> _music = new(WaitingMusic.Compose);

    public AudioClip Music => _music.Value;

    /// <summary>A request for patience, and the place in the queue.</summary>
    public AudioClip PlaceInQueue(SpokenLanguage language, int position) => throw new NotSupportedException($"{language} {position}");
}
