using CallCenter.Abstractions;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Employees;
using CallCenter.Grains.Calls;
using CallCenter.Grains.Departments;
using CallCenter.Grains.Employees;

namespace CallCenter.Grains.Board;

/// <summary>
/// Writes the live board: one pass over departments, employees and calls. Today's figures are those at the last event, so that nothing
/// differs between two boards without an event between them.
/// </summary>
internal static class BoardWriter
{
    public static BoardSnapshot Write(ProjectId id, ProjectState state, long now, long oldestChangeAt)
    {
        var longest = LongestWaits(state);
        var totals = state.Statistics.Today(state.LastAt);
        var departments = new DepartmentLine[state.DepartmentsInOrder.Count];
        for (int i = 0; i < departments.Length; i++) departments[i] = Line(state, state.DepartmentsInOrder[i], longest);
        var employees = new EmployeeLine[state.EmployeesInOrder.Count];
        for (int i = 0; i < employees.Length; i++) employees[i] = Line(state, state.EmployeesInOrder[i]);
        return new BoardSnapshot(
            id, state.Document.Name, state.Document.TimeZone, state.Version, state.Sequence, now, oldestChangeAt,
            departments, employees, Calls(state),
            new DayTotals(totals.Incoming, totals.Outgoing, totals.Answered, totals.Missed, state.Calls.Count));
    }

    public static Dictionary<DepartmentId, long> LongestWaits(ProjectState state)
    {
        var longest = new Dictionary<DepartmentId, long>(state.Departments.Count);
        foreach (var call in state.Calls.Values)
        {
            if (call.Visit is not { } visit) continue;
            bool known = longest.TryGetValue(visit.Department, out long since);
            if (!known || visit.EnteredAt < since) longest[visit.Department] = visit.EnteredAt;
        }
        return longest;
    }

    public static DepartmentLine Line(ProjectState state, DepartmentGrain department, Dictionary<DepartmentId, long> longest)
    {
        var configuration = department.Configuration;
        var goal = configuration.ServiceLevel;
        var (ready, ringing, talking, wrapUp, notReady, signedOut) = Count(department);
        var today = state.Statistics.DepartmentToday(department.Id, state.LastAt);
        var figures = today.Figures;
        return new DepartmentLine(
            department.Id, configuration.Name, configuration.Extension, department.Waiting,
            longest.TryGetValue(department.Id, out long since) ? since : null,
            today.ServiceLevelLive(), today.ServiceLevelToday(), goal.GoalPercent, goal.WithinSeconds, goal.AmberWaitSeconds,
            goal.RedWaitSeconds, figures.Offered, figures.Answered, figures.Abandoned, figures.ShortAbandoned, figures.FlowedOut(),
            figures.AverageSpeedOfAnswerMs(),
            ready, ringing, talking, wrapUp, notReady, signedOut);
    }

    public static EmployeeLine Line(ProjectState state, EmployeeGrain employee)
    {
        var today = state.Statistics.EmployeeToday(employee.Id, state.LastAt);
        return new EmployeeLine(
            employee.Id, employee.Configuration.FullName(), employee.Configuration.Extension, employee.DepartmentIds, employee.Reachable,
            employee.State, Client(state, employee), today.Calls(), today.TalkMs, today.Rona);
    }

    public static CallLineOnBoard Line(CallGrain call)
    {
        var arrived = call.Arrived;
        call.With ??= With(call);
        return new CallLineOnBoard(
            call.Id, call.Direction, arrived.ClientNumber, arrived.ClientName, arrived.Dialled, arrived.DialledNumber, call.Stage,
            call.StageSince, call.ArrivedAt, call.Visit?.Department ?? call.Department, arrived.Priority, call.With, External(call));
    }

    private static CallLineOnBoard[] Calls(ProjectState state)
    {
        var calls = state.Calls.Values.ToArray();
        Array.Sort(calls, (one, other) => one.Id.Value.CompareTo(other.Id.Value));
        return Array.ConvertAll(calls, Line);
    }

    /// <summary>Members who are free are counted by availability, the others by what they do.</summary>
    private static (int Ready, int Ringing, int Talking, int WrapUp, int NotReady, int SignedOut) Count(DepartmentGrain department)
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

    private static string? Client(ProjectState state, EmployeeGrain employee)
    {
        if (employee.State.Call is not { } id || !state.Calls.TryGetValue(id, out var call)) return null;
        bool calls = call.IsInternal && call.Arrived.CallerEmployee == employee.Id;
        return calls ? call.Arrived.Dialled : call.Arrived.ClientName ?? call.Arrived.ClientNumber;
    }

    /// <summary>Whoever dialled first, then those who ring, or the one who talks.</summary>
    private static EmployeeId[] With(CallGrain call)
    {
        var with = new List<EmployeeId>();
        if (call.Arrived.Line.Account is not null && call.Arrived.CallerEmployee is { } caller) with.Add(caller);
        foreach (var leg in call.Legs)
        {
            if (leg.IsLive && leg.Employee is { } employee && !with.Contains(employee)) with.Add(employee);
        }
        return [.. with];
    }

    private static string? External(CallGrain call)
    {
        foreach (var leg in call.Legs)
        {
            if (leg.IsLive && leg.Kind == LegKind.External) return leg.Target;
        }
        return null;
    }
}
