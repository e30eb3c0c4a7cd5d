using CallCenter.Abstractions.Prompts;

namespace CallCenter.Abstractions.Ports;

/// <summary>
/// What callers of a project hear: the built-in sounds, and what was put in their place or beside them. Implemented by the silo. Safe to
/// call from any thread.
/// </summary>
public interface IPrompts
{
    /// <summary>
    /// All places: built-in ones in every language, the music, those of the published document, and sounds that are left over.
    /// </summary>
    ValueTask<IReadOnlyList<PromptEntry>> List(ProjectId project, CancellationToken cancellation = default);

    /// <summary>The sound as a WAV file (16-bit PCM, 8 kHz, mono); null where there is none.</summary>
    ValueTask<byte[]?> Read(ProjectId project, PromptPlace place, CancellationToken cancellation = default);

    /// <summary>Puts a sound there: a WAV file of any usual kind. Whoever hears the one before hears it to its end.</summary>
    /// <returns>Null when callers hear it from now on, else why not.</returns>
    ValueTask<PromptRefusal?> Put(ProjectId project, PromptPlace place, byte[] wav, CancellationToken cancellation = default);

    /// <summary>Takes away what was put there: the built-in one is heard again, or none.</summary>
    /// <returns>False where nothing was put.</returns>
    ValueTask<bool> Restore(ProjectId project, PromptPlace place, CancellationToken cancellation = default);
}
