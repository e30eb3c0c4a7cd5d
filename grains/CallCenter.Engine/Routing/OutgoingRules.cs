using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Routing;
using CallCenter.Engine.Employees;

namespace CallCenter.Engine.Routing;

/// <summary>Whether an employee may call a number.</summary>
internal static class OutgoingRules
{
    /// <summary>A client may let it ring longer than a colleague; carriers give up at about three minutes (RFC 3261 timer C).</summary>
    public const int RingSeconds = 120;

    public static bool IsAllowed(ProjectConfiguration document, string number)
    {
        foreach (string prefix in document.AllowedDestinations)
        {
            if (prefix.Length > 0 && number.StartsWith(prefix, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    /// <summary>The rule by which the employee may not call this number now, before the call is counted; null when he may.</summary>
    public static string? LimitReached(TurnScope turn, Employee caller, string number)
    {
        var (limits, counts) = (turn.State.Document.Limits, turn.State.Outgoing);
        if (CountLive(turn.State, caller) >= limits.MaxOutgoingPerEmployee) return LimitRules.TooManyOutgoing;
        if (counts.Today(caller.Id, turn.Now) >= limits.MaxOutgoingPerEmployeeAndDay) return LimitRules.TooManyOutgoingToday;
        if (counts.LimitOf(number) is not { } limit) return null;
        bool isReached = counts.Live(limit) >= limit.MaxCalls || counts.Today(limit, turn.Now) >= limit.MaxCallsPerDay;
        return isReached ? LimitRules.DestinationLimit : null;
    }

    public static Decision Explain(TurnScope turn, string rule, string? destination) => new(
        DecisionKind.Outgoing, rule, destination, null, [], [], 0, [], 0, turn.State.Version);

    private static int CountLive(ProjectState state, Employee caller)
    {
        int count = state.Outgoing.LiveRedirected(caller.Id);
        foreach (var id in caller.Dialled) count += OutgoingCounts.IsLimited(state.Calls[id]) ? 1 : 0;
        return count;
    }
}
