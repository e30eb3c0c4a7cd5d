namespace CallCenter.History;

/// <summary>How history is.</summary>
/// <param name="Reason">What is wrong, for people; null when all is well.</param>
/// <param name="Backlog">Events journaled but not yet in PostgreSQL.</param>
public sealed record HistoryHealth(bool Ready, string? Reason, long Backlog);
