namespace CallCenter.History;

/// <summary>How history is.</summary>
/// <param name="Reason">What is wrong, for people; null when all is well.</param>
/// <param name="Backlog">Events journaled but not yet in PostgreSQL.</param>
public sealed record HistoryHealth(bool Ready, string? Reason, long Backlog)
{
    /// <summary>How long the oldest of them has been waiting.</summary>
    public TimeSpan OldestAge { get; init; }

    /// <summary>Whether the backlog is beyond a limit of <see cref="HistoryOptions.Alarms"/>: somebody has to look.</summary>
    public bool IsBehind { get; init; }
}
