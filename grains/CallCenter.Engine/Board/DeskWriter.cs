using CallCenter.Abstractions;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Routing;
using CallCenter.Engine.Employees;
using CallCenter.Engine.Messages;

namespace CallCenter.Engine.Board;

/// <summary>Writes what one employee sees of himself, with the reason why no call is coming.</summary>
internal static class DeskWriter
{
    public static EmployeeDesk? Write(ProjectState state, EmployeeId id, long now)
    {
        if (!state.Employees.TryGetValue(id, out var employee)) return null;
        var call = employee.State.Call is { } callId ? state.Calls.GetValueOrDefault(callId) : null;
        BoardLines.FindLongestWaits(state);
        return new EmployeeDesk(
            BoardLines.Of(state, employee), Reasons(employee, now), call is null ? null : BoardLines.Of(call),
            employee.Departments.ConvertAll(department => BoardLines.Of(state, department)),
            state.Document.NotReadyReasons, MessageRules.Of(state, employee));
    }

    private static Exclusion[] Reasons(Employee employee, long now)
    {
        var reasons = new List<Exclusion>(2);
        if (employee.Departments.Count == 0) reasons.Add(new Exclusion(employee.Id, ExclusionReason.InNoDepartment, null, null));
        if (employee.WhyNot(now) is { } reason)
        {
            reasons.Add(employee.Exclude(reason));
            bool onlyPhone = reason is ExclusionReason.PhoneNotRegistered;
            if (!employee.Reachable && !onlyPhone) reasons.Add(new Exclusion(employee.Id, ExclusionReason.PhoneNotRegistered, null, null));
        }
        return [.. reasons];
    }
}
