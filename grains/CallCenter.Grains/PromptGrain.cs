using CallCenter.Abstractions;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Ports;
using CallCenter.Abstractions.Prompts;
using CallCenter.Grains.Placement;
using Orleans.Concurrency;

namespace CallCenter.Grains;

/// <summary>The address of what callers of a project hear. A file takes its time to be read, beside the turns of grains.</summary>
[Reentrant, ProjectPlacement]
public sealed class PromptGrain(IPrompts prompts) : Grain, IPromptGrain
{
    public ValueTask<PromptEntry[]> List() => Beside<PromptEntry[]>(async project => [.. await prompts.List(project)]);

    public ValueTask<byte[]?> Read(PromptPlace place) => Beside(project => prompts.Read(project, place));

    public ValueTask<PromptRefusal?> Put(PromptPlace place, byte[] wav) => wav.Length > IPromptGrain.MostBytes
        ? new(PromptRefusal.TooLarge) : Beside(project => prompts.Put(project, place, wav));

    public ValueTask<bool> Restore(PromptPlace place) => Beside(project => prompts.Restore(project, place));

    private ValueTask<T> Beside<T>(Func<ProjectId, ValueTask<T>> act)
    {
        var project = new ProjectId(this.GetPrimaryKeyString());
        return new(Task.Run(async () => await act(project)));
    }
}
