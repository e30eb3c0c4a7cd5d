using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Routing;
using CallCenter.Engine.Employees;

namespace CallCenter.Engine.Routing;

/// <summary>Whether an employee may call a number, which number the client sees, and through which trunk (T-11).</summary>
internal static class OutgoingRules
{
    /// <summary>The caller number shown where the document has no number at all (RFC 3325).</summary>
    private const string Anonymous = "anonymous";

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

    /// <summary>The first fitting rule in the order of the list; without one the project's first number and first trunk.</summary>
    public static (string Rule, string ShownNumber, TrunkConfiguration? Trunk) Choose(
        ProjectState state, Employee caller, string number)
    {
        var document = state.Document;
        foreach (var rule in document.CallerNumberRules)
        {
            if (!Fits(rule, caller, number) || state.Directory.NumberById(rule.Number) is not { } shown) continue;
            return (Rules.CallerNumber, shown.Number, rule.Trunk is null ? First(state) : WithRoom(state, rule.Trunk));
        }
        return (Rules.FirstNumber, document.Numbers.Count > 0 ? document.Numbers[0].Number : Anonymous, First(state));
    }

    public static Decision Explain(TurnScope turn, string rule, string? destination) => new(
        DecisionKind.Outgoing, rule, destination, null, [], [], 0, [], 0, turn.State.Version);

    private static int CountLive(ProjectState state, Employee caller)
    {
        int count = 0;
        foreach (var id in caller.Dialled) count += state.Calls[id].Direction == CallDirection.Outgoing ? 1 : 0;
        return count;
    }

    private static bool Fits(CallerNumberRule rule, Employee caller, string number)
    {
        if (!number.StartsWith(rule.DestinationPrefix ?? "", StringComparison.Ordinal)) return false;
        if (rule.Employee is { } employee && caller.Id.Value != employee) return false;
        return rule.Department is not { } department || caller.Departments.Exists(own => own.Id.Value == department);
    }

    private static TrunkConfiguration? WithRoom(ProjectState state, string id) =>
        state.Trunks.Find(id) is { } trunk && state.Trunks.HasRoomOn(trunk) ? trunk : null;

    private static TrunkConfiguration? First(ProjectState state) => state.Trunks.FirstWithRoom();
}
