using CallCenter.Abstractions;

namespace CallCenter.Engine;

/// <summary>What one command led to. Owned and reused by the caller: <see cref="Clear"/> it between commands.</summary>
public sealed class Turn
{
    /// <summary>What happened, in order; already applied to the project.</summary>
    public List<ProjectEvent> Events { get; } = new(32);

    /// <summary>Orders to the outside, in order; to be carried out once the events are in the journal.</summary>
    public List<ProjectEffect> Effects { get; } = new(8);

    public void Clear()
    {
        Events.Clear();
        Effects.Clear();
    }
}
