using CallCenter.Abstractions;
using CallCenter.Media.Playing;
using CallCenter.Media.Prompts;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Media.Prompts;

/// <summary>
/// What is shipped with the program, shared by the projects of a silo, each of which lays its own sounds over it. From any thread.
/// </summary>
/// <param name="root">Holds a folder for each project that has sounds of its own.</param>
public sealed class BuiltInSounds(string root, ILogger log)
{
    private readonly Lazy<PromptLibrary> _prompts = new(static () => PromptLibrary.Open(PromptLibrary.ShippedFolder));
    private int _isWarm;

    /// <summary>For whoever is answered and rung for.</summary>
    public AudioClip Ringing { get; } = RingingTone.Make();

    public PromptLibrary Prompts => _prompts.Value;

    /// <summary>
    /// Reads the files now, on another thread: no call waits for a disk. What is wrong with one is said to whoever wants to hear it.
    /// </summary>
    public void WarmUp()
    {
        if (Interlocked.Exchange(ref _isWarm, 1) == 0)
        {
            _ = Task.Run(() => Prompts.LoadAll());
        }
    }

    /// <summary>A project is opened: its own sounds are read on another thread.</summary>
    public ProjectSounds Open(ProjectId project) => ProjectSounds.Open(this, new SoundFolder(root, project), log);

    /// <summary>A project is removed: its sounds are deleted, on another thread.</summary>
    public void Forget(ProjectId project) => _ = Task.Run(() =>
    {
        try
        {
            new SoundFolder(root, project).Delete();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            MediaLog.SoundsNotDeleted(log, project.Value, failure.Message);
        }
    });
}
