using CallCenter.Abstractions;
using CallCenter.Abstractions.Ports;
using CallCenter.Abstractions.Prompts;
using CallCenter.Media.Prompts;

namespace CallCenter.Silo.Media.Prompts;

/// <summary>The sounds of the projects that run here, for whoever administrates them.</summary>
/// <param name="find">Null for a project that does not run here.</param>
public sealed class ProjectPrompts(Func<ProjectId, ProjectSounds?> find, IProjects projects) : IPrompts, IDisposable
{
    // A file of ten megabytes is half a second of a core, and calls come first: one is read at a time.
    private readonly SemaphoreSlim _reading = new(1);

    public async ValueTask<IReadOnlyList<PromptEntry>> List(ProjectId project, CancellationToken cancellation = default)
    {
        var sounds = SoundsOf(project);
        var (_, document) = await projects.Configuration(project, cancellation).ConfigureAwait(false);
        await sounds.Loaded.WaitAsync(cancellation).ConfigureAwait(false);
        var texts = document.Prompts.ToDictionary(static prompt => PromptPlace.OfOwn(prompt.Id), static prompt => prompt.Text);
        var there = sounds.List().Select(entry => entry with { Text = texts.GetValueOrDefault(entry.Place, entry.Text) }).ToList();
        return
        [
            .. there,
            .. texts.Where(one => there.TrueForAll(entry => entry.Place != one.Key))
                .Select(static one => new PromptEntry(one.Key, one.Value, false, null)),
        ];
    }

    public async ValueTask<byte[]?> Read(ProjectId project, PromptPlace place, CancellationToken cancellation = default)
    {
        var sounds = SoundsOf(project);
        await sounds.Loaded.WaitAsync(cancellation).ConfigureAwait(false);
        return sounds.Find(place) is { } clip ? WaveWriter.Write(clip) : null;
    }

    public async ValueTask<PromptRefusal?> Put(
        ProjectId project, PromptPlace place, byte[] wav, CancellationToken cancellation = default)
    {
        await _reading.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await SoundsOf(project).Put(place, wav).ConfigureAwait(false);
        }
        finally
        {
            _reading.Release();
        }
    }

    public async ValueTask<bool> Restore(ProjectId project, PromptPlace place, CancellationToken cancellation = default) =>
        await SoundsOf(project).Restore(place).ConfigureAwait(false);

    public void Dispose() => _reading.Dispose();

    private ProjectSounds SoundsOf(ProjectId project) =>
        find(project) ?? throw new KeyNotFoundException($"There is no project '{project}' here.");
}
