using CallCenter.Abstractions;
using CallCenter.Abstractions.Employees;

namespace CallCenter.Engine.Employees;

/// <summary>The availability axis, and the end of a wrap-up: what people set.</summary>
internal static class AvailabilityRules
{
    public static CommandReply Handle(TurnScope turn, SetAvailability command)
    {
        if (!turn.State.Employees.TryGetValue(command.Employee, out var employee)) return Unknown(command.Employee);
        string? reason = command.Availability == Availability.NotReady ? command.Reason : null;
        if (command.Availability == Availability.NotReady && Check(turn, reason) is { } refused) return refused;

        var state = employee.State;
        if (state.Availability == command.Availability && state.Reason == reason) return Accepted.Instance;
        // The activity goes on as it is: a call is finished first, and no department rings him after it.
        var next = state with { Availability = command.Availability, Reason = reason, Since = turn.Now };
        turn.Emit(new EmployeeStateChanged(employee.Id, state, next, StateCause.Person, command.By));
        return Accepted.Instance;
    }

    public static CommandReply Handle(TurnScope turn, FinishWrapUp command)
    {
        if (!turn.State.Employees.TryGetValue(command.Employee, out var employee)) return Unknown(command.Employee);
        if (employee.State.Activity != Activity.WrapUp)
            return new Refused(Refusal.NotInWrapUp, $"Employee {command.Employee} is not in wrap-up.");
        EndWrapUp(turn, employee, StateCause.Person, command.By);
        return Accepted.Instance;
    }

    /// <summary>A deadline of the employee has come: his wrap-up is over, or his rest.</summary>
    public static void OnDeadline(TurnScope turn, Employee employee)
    {
        if (employee.State.Activity == Activity.WrapUp && employee.State.Until <= turn.Now)
            EndWrapUp(turn, employee, StateCause.WrapUpOver, null);
        foreach (var department in employee.Departments) turn.State.Touched.Add(department);
        turn.State.Deadlines.Set(employee.Deadline, employee.Due(turn.Now));
    }

    private static void EndWrapUp(TurnScope turn, Employee employee, StateCause cause, string? by)
    {
        var state = employee.State;
        var next = new EmployeeState(state.Availability, state.Reason, Activity.Idle, null, null, turn.Now, null);
        turn.Emit(new EmployeeStateChanged(employee.Id, state, next, cause, by));
    }

    private static Refused? Check(TurnScope turn, string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return new Refused(Refusal.NotReadyReasonNeeded, $"Not ready needs a reason: one of {Reasons(turn)}.");
        return turn.State.Document.NotReadyReasons.Contains(reason)
            ? null
            : new Refused(Refusal.UnknownNotReadyReason, $"\"{reason}\" is no reason of this project: use one of {Reasons(turn)}.");
    }

    private static string Reasons(TurnScope turn) => string.Join(", ", turn.State.Document.NotReadyReasons);

    private static Refused Unknown(EmployeeId employee) => new(Refusal.NoSuchEmployee, $"There is no employee {employee}.");
}
