namespace CallCenter.Load.Callers;

/// <summary>What the callers of a load run are told.</summary>
/// <param name="Numbers">The company's numbers; each call takes one of them by chance.</param>
/// <param name="TcpShare">How many calls come over TCP (0 to 1).</param>
/// <param name="AllowedRefusals">Final statuses that count as refused and not as failed.</param>
internal sealed record CrowdOptions(
    CallerHabits Habits, IReadOnlyList<string> Numbers, double TcpShare, IReadOnlySet<int> AllowedRefusals);
