using CallCenter.Abstractions;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Routing;
using CallCenter.Engine.Calls;

namespace CallCenter.Engine.Routing;

/// <summary>Known clients go to their responsible employee first (T-04), where he is ready, free and can be reached.</summary>
internal static class SmartForwarding
{
    private static readonly ResponsibleSource[] DefaultOrder = [ResponsibleSource.Responsible, ResponsibleSource.LastTalked];

    /// <summary>The first employee that the configured order finds, whatever he is doing; kept in the call's record.</summary>
    public static EmployeeId? ResponsibleFor(ProjectState state, string number)
    {
        if (state.Clients.Find(number) is not { } link) return null;
        var order = state.Document.SmartForwarding.Order ?? DefaultOrder;
        for (int i = 0; i < order.Count; i++)
        {
            var source = order[i];
            var found = source == ResponsibleSource.Responsible ? link.Responsible : link.LastTalked;
            if (found is { } id && state.Employees.ContainsKey(id)) return id;
        }
        return null;
    }

    /// <summary>Whether somebody is rung; the excluded say why nobody was, for the decision that follows.</summary>
    public static bool TryRing(TurnScope turn, Call call, out Exclusion[] excluded)
    {
        excluded = [];
        if (turn.State.Clients.Find(call.Arrived.ClientNumber) is not { } link) return false;
        var rules = turn.State.Document.SmartForwarding;
        var order = rules.Order ?? DefaultOrder;
        for (int i = 0; i < order.Count; i++)
        {
            var source = order[i];
            var found = source == ResponsibleSource.Responsible ? link.Responsible : link.LastTalked;
            if (found is not { } id || !turn.State.Employees.TryGetValue(id, out var employee)) continue;
            if (employee.WhyNot(turn.Now) is { } reason)
            {
                if (!Array.Exists(excluded, exclusion => exclusion.Employee == id)) excluded = [.. excluded, employee.Exclude(reason)];
                continue;
            }
            string rule = source == ResponsibleSource.Responsible ? Rules.Responsible : Rules.LastTalked;
            Destinations.Enter(
                turn, call, rule, new Destination(Employee: id.Value, RingSeconds: rules.RingSeconds), [new Candidate(id, 0)], excluded);
            return true;
        }
        return false;
    }
}
