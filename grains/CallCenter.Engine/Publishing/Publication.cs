using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Engine.Calls;
using CallCenter.Engine.Departments;
using CallCenter.Engine.Employees;

namespace CallCenter.Engine.Publishing;

/// <summary>
/// A new document is published; live calls go on:
/// 1. calls waiting in a department that goes flow out as if their time were over, still by the old document;
/// 2. employees who go stop ringing, and their day ends; a conversation goes on without them being shown;
/// 3. whatever was sent back into a department that goes is ended;
/// 4. the document is in force;
/// 5. new employees begin their day.
/// </summary>
internal static class Publication
{
    public static CommandReply Handle(TurnScope turn, PublishConfiguration command)
    {
        var state = turn.State;
        if (command.BasedOn is { } basedOn && basedOn != state.Version)
        {
            return new Refused(
                Refusal.StaleVersion, $"It is based on version {basedOn}, but version {state.Version} is published: start from that one.");
        }
        var departments = command.Document.Departments.Select(department => new DepartmentId(department.Id)).ToHashSet();
        var employees = command.Document.Employees.Select(employee => new EmployeeId(employee.Id)).ToHashSet();
        foreach (var call in CallsIn(state, departments)) Queueing.FlowOut(turn, call, QueueExit.TimeOut);
        Dismiss(turn, [.. state.EmployeesInOrder.Where(employee => !employees.Contains(employee.Id))]);
        foreach (var call in CallsIn(state, departments)) Endings.ByRouting(turn, call, HangUpReason.NoAnswer);

        var known = state.Employees.Keys.Where(employees.Contains).ToHashSet();
        int version = state.Version + 1;
        turn.Emit(new ConfigurationPublished(version, command.Author, command.Document));
        foreach (var employee in state.EmployeesInOrder)
        {
            if (!known.Contains(employee.Id)) Begin(turn, employee);
        }
        turn.Order(new ApplyConfiguration(version, command.Document));
        return new ConfigurationAccepted(version);
    }

    private static Call[] CallsIn(ProjectState state, HashSet<DepartmentId> staying) =>
        [.. state.Calls.Values.Where(call => call.Queue is { } queue && !staying.Contains(queue.Id)).OrderBy(call => call.Id.Value)];

    /// <summary>
    /// A call withdrawn from one who goes may lead on to another who goes, so all are silent before the day of the first ends. The
    /// destinations of a call are finite, and so is this.
    /// </summary>
    private static void Dismiss(TurnScope turn, Employee[] leaving)
    {
        while (Array.Find(leaving, employee => employee.State.Activity == Activity.Ringing) is { State.Call: { } id } ringing)
        {
            Answers.Withdraw(turn, turn.State.Calls[id], ringing.Id);
        }
        foreach (var employee in leaving)
        {
            Supervising.Dismiss(turn, employee);
            turn.Emit(new EmployeeStateChanged(employee.Id, employee.State, null, StateCause.Configuration, null));
        }
    }

    /// <summary>Someone who comes back while a conversation of his is still live is talking on it, else on what he dialled.</summary>
    private static void Begin(TurnScope turn, Employee employee)
    {
        var availability = employee.Configuration.StartsReady ? Availability.Ready : Availability.SignedOut;
        var begun = new EmployeeState(availability, null, Activity.Idle, null, null, turn.Now, null);
        if (Conversation(turn.State, employee) is { } talk)
            begun = begun with { Activity = Activity.Talking, Call = talk.Id, Department = talk.Talk?.Department };
        turn.Emit(new EmployeeStateChanged(employee.Id, null, begun, StateCause.Configuration, null));
    }

    private static Call? Conversation(ProjectState state, Employee employee)
    {
        for (var call = state.CallsInOrder.First; call is not null; call = call.Next)
        {
            if (call.Talk is { } talk && call.FindLeg(talk.OtherLeg) is { Kind: LegKind.Employee } leg && leg.Employee == employee.Id)
                return call;
        }
        return employee.Dialled is [var dialled, ..] ? state.Calls[dialled] : null;
    }
}
