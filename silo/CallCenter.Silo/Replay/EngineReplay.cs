using CallCenter.Abstractions;
using CallCenter.Engine;
using CallCenter.Journal.Replay;

namespace CallCenter.Silo.Replay;

/// <summary>The engine's project, for the replay.</summary>
internal sealed class EngineReplay(Project engine) : IReplayedProject
{
    public long Sequence => engine.Sequence;

    public long EndedCalls => engine.EndedCalls;

    public int LiveCalls => engine.LiveCalls;

    public static IReplayedProject Begin(ProjectId project, byte[]? state) =>
        new EngineReplay(state is null ? new Project(project) : Project.Restore(project, state));

    public void Apply(ProjectEvent happened, long at) => engine.Apply(happened, at);

    public ReadOnlyMemory<byte> State() => engine.Image().ToJson();
}
