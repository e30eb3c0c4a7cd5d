using CallCenter.Abstractions;
using CallCenter.Abstractions.Employees;
using CallCenter.Engine.Calls;

namespace CallCenter.Engine.Employees;

/// <summary>The activity axis: what calls make an employee do. Every change ends one tile of his day and begins the next.</summary>
internal static class Activities
{
    public static void Ring(TurnScope turn, Employee employee, Call call, DepartmentId? department, long until) =>
        Change(turn, employee, new(Activity.Ringing, call.Id, department, until));

    /// <summary>Also from the moment he dials: he is busy then.</summary>
    public static void Talk(TurnScope turn, Employee employee, CallId call, DepartmentId? department) =>
        Change(turn, employee, new(Activity.Talking, call, department, null));

    /// <summary>The conversation is over: wrap-up where the department gives time for it.</summary>
    /// <param name="overSince">
    /// Where it was over before anybody noticed, his tile ends there, so that his talk time is that of the record; null: now.
    /// </param>
    public static void EndTalk(TurnScope turn, Employee employee, CallId call, DepartmentId? department, long? overSince = null)
    {
        if (employee.State.Call != call) return;
        int seconds = department is { } id && turn.State.Departments.TryGetValue(id, out var found) ? found.Configuration.WrapUpSeconds : 0;
        if (employee.Dialled.Count == 0 && seconds > 0)
            Change(turn, employee, new(Activity.WrapUp, call, department, turn.After(seconds)), overSince);
        else Change(turn, employee, Rest(turn, employee), employee.Dialled.Count == 0 ? overSince : null);
    }

    /// <summary>A ring is over that he did not take.</summary>
    public static void EndRing(TurnScope turn, Employee employee, CallId call)
    {
        if (employee.State.Call == call && employee.State.Activity == Activity.Ringing) Change(turn, employee, Rest(turn, employee));
    }

    /// <summary>The same, and it was one too many: he is set not ready.</summary>
    public static void EndRingNotReady(TurnScope turn, Employee employee, string reason)
    {
        var rest = Rest(turn, employee);
        var next = Next(turn, employee.State, rest) with { Availability = Availability.NotReady, Reason = reason };
        turn.Emit(new EmployeeStateChanged(employee.Id, employee.State, next, StateCause.RonaLimit, null));
    }

    private readonly record struct Doing(Activity Activity, CallId? Call, DepartmentId? Department, long? Until);

    /// <summary>What he goes on with: a call that he dialled meanwhile, a wrap-up that a direct ring interrupted, else nothing.</summary>
    private static Doing Rest(TurnScope turn, Employee employee)
    {
        if (employee.Dialled.Count > 0) return new(Activity.Talking, employee.Dialled[0], null, null);
        if (employee.State.Activity == Activity.Ringing && employee.PausedWrapUp is { } paused && paused.Until > turn.Now)
            return new(Activity.WrapUp, paused.Call, paused.Department, paused.Until);
        return new(Activity.Idle, null, null, null);
    }

    private static void Change(TurnScope turn, Employee employee, Doing doing, long? since = null)
    {
        var next = Next(turn, employee.State, doing);
        if (since is { } earlier) next = next with { Since = Math.Max(earlier, employee.State.Since) };
        turn.Emit(new EmployeeStateChanged(employee.Id, employee.State, next, StateCause.Call, null));
    }

    private static EmployeeState Next(TurnScope turn, EmployeeState state, Doing doing) => new(
        state.Availability, state.Reason, doing.Activity, doing.Call, doing.Department, turn.Now, doing.Until);
}
