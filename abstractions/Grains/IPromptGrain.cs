using CallCenter.Abstractions.Prompts;

namespace CallCenter.Abstractions.Grains;

/// <summary>What callers of a project hear; its key is the project's name. See <c>IPrompts</c>.</summary>
public interface IPromptGrain : IGrainWithStringKey
{
    /// <summary>Of a file that is put up, in bytes: ten minutes as they are kept, one minute as a compact disc has it.</summary>
    const int MostBytes = 10 * 1024 * 1024;

    /// <summary>All places there are.</summary>
    ValueTask<PromptEntry[]> List();

    /// <summary>The sound as a WAV file; null where there is none.</summary>
    ValueTask<byte[]?> Read(PromptPlace place);

    /// <summary>Null when callers hear it from now on, else why not.</summary>
    /// <param name="wav">At most <see cref="MostBytes"/>; more is refused.</param>
    ValueTask<PromptRefusal?> Put(PromptPlace place, byte[] wav);

    /// <summary>Takes away what was put there; false where nothing was.</summary>
    ValueTask<bool> Restore(PromptPlace place);
}
