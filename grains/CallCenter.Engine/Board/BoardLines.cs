using CallCenter.Abstractions;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Employees;
using CallCenter.Engine.Calls;
using CallCenter.Engine.Departments;
using CallCenter.Engine.Employees;

namespace CallCenter.Engine.Board;

/// <summary>Writes the lines of the live board, each from the call, employee or department it shows.</summary>
internal static class BoardLines
{
    /// <summary>Sets <see cref="Department.LongestWaitSince"/> everywhere; to be called before tiles are written.</summary>
    public static void FindLongestWaits(ProjectState state)
    {
        foreach (var department in state.DepartmentsInOrder) department.LongestWaitSince = null;
        for (var call = state.CallsInOrder.First; call is not null; call = call.Next)
        {
            if (call is not { Queue: { } queue, Visit: { } visit } || queue.LongestWaitSince <= visit.EnteredAt) continue;
            queue.LongestWaitSince = visit.EnteredAt;
        }
    }

    public static DepartmentLine Of(ProjectState state, Department department)
    {
        var configuration = department.Configuration;
        var goal = configuration.ServiceLevel;
        var (ready, ringing, talking, wrapUp, notReady, signedOut) = Count(department);
        var today = state.Statistics.DepartmentToday(department.Id, state.LastAt);
        var figures = today.Figures;
        return new DepartmentLine(
            department.Id, configuration.Name, configuration.Extension, department.Waiting, department.LongestWaitSince,
            today.ServiceLevelLive(), today.ServiceLevelToday(), goal.GoalPercent, goal.WithinSeconds, goal.AmberWaitSeconds,
            goal.RedWaitSeconds, figures.Offered, figures.Answered, figures.Abandoned, figures.ShortAbandoned, figures.FlowedOut(),
            figures.AverageSpeedOfAnswerMs(),
            ready, ringing, talking, wrapUp, notReady, signedOut);
    }

    /// <summary>
    /// Talk counts from its end (or its hold) on. A running one that counted up to the last event would change the lines of all who talk
    /// with every event of anybody; its own timer stands beside it.
    /// </summary>
    public static EmployeeLine Of(ProjectState state, Employee employee)
    {
        var today = state.Statistics.Peek(employee.Id);
        var call = employee.State.Call is { } id ? state.Calls.GetValueOrDefault(id) : null;
        return new EmployeeLine(
            employee.Id, employee.Configuration.FullName(), employee.Configuration.Extension, employee.DepartmentIds, employee.Reachable,
            employee.State, call is null ? null : Client(call, employee), today?.Calls() ?? 0, today?.TalkMs ?? 0, today?.Rona ?? 0,
            employee.State.Activity == Activity.Talking ? call?.Talk?.HeldSince : null);
    }

    public static CallLineOnBoard Of(Call call)
    {
        var arrived = call.Arrived;
        return new CallLineOnBoard(
            call.Id, call.Direction, arrived.ClientNumber, arrived.ClientName, arrived.Dialled, arrived.DialledNumber, call.Stage,
            call.StageSince, call.ArrivedAt, call.Visit?.Department ?? call.Department, arrived.Priority, With(call), External(call),
            call.Talk is { IsRecorded: true } talk ? talk.IsPaused ? RecordingState.Paused : RecordingState.On : RecordingState.None,
            Supervisors(call), call.HelpSince);
    }

    /// <summary>Members who are free are counted by availability, the others by what they do.</summary>
    private static (int Ready, int Ringing, int Talking, int WrapUp, int NotReady, int SignedOut) Count(Department department)
    {
        int ready = 0, ringing = 0, talking = 0, wrapUp = 0, notReady = 0, signedOut = 0;
        foreach (var member in department.Members)
        {
            switch (member.State)
            {
                case { Activity: Activity.Ringing }: ringing++; break;
                case { Activity: Activity.Talking }: talking++; break;
                case { Activity: Activity.WrapUp }: wrapUp++; break;
                case { Availability: Availability.Ready }: ready++; break;
                case { Availability: Availability.NotReady }: notReady++; break;
                default: signedOut++; break;
            }
        }
        return (ready, ringing, talking, wrapUp, notReady, signedOut);
    }

    private static string Client(Call call, Employee employee)
    {
        bool calls = call.IsInternal && call.Arrived.CallerEmployee == employee.Id;
        return calls ? call.Arrived.Dialled : call.Arrived.ClientName ?? call.Arrived.ClientNumber;
    }

    /// <summary>Whoever dialled first, then those who ring, or the one who talks.</summary>
    private static EmployeeId[] With(Call call)
    {
        var with = new List<EmployeeId>(1);
        if (call.Arrived.Line.Account is not null && call.Arrived.CallerEmployee is { } caller) with.Add(caller);
        foreach (var leg in call.Legs)
        {
            if (leg.IsLive && leg.Employee is { } employee && !with.Contains(employee)) with.Add(employee);
        }
        return [.. with];
    }

    private static SupervisorLine[]? Supervisors(Call call)
    {
        if (call.Supervisions is not { } all || !all.Exists(static one => one.Leg.IsLive)) return null;
        return [.. all.Where(static one => one.Leg.IsLive)
            .Select(static one => new SupervisorLine(one.Leg.Employee!.Value, one.Mode, one.Leg.AnsweredAt is not null))];
    }

    private static string? External(Call call)
    {
        foreach (var leg in call.Legs)
        {
            if (leg.IsLive && leg.Kind == LegKind.External) return leg.Target;
        }
        return null;
    }
}
