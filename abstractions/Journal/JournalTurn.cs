namespace CallCenter.Abstractions.Journal;

/// <summary>The events of one turn: numbered <see cref="FirstSequence"/>, +1, +2 …, all at the same time.</summary>
/// <param name="At">Unix milliseconds UTC.</param>
public sealed record JournalTurn(ProjectId Project, long FirstSequence, long At, IReadOnlyList<ProjectEvent> Events)
{
    public long LastSequence => FirstSequence + Events.Count - 1;
}
