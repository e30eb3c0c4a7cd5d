using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Routing;
using CallCenter.Engine.Calls;
using CallCenter.Engine.Departments;
using CallCenter.Engine.Steps;

namespace CallCenter.Engine.Routing;

/// <summary>Sends calls along the configured destinations: department, employee, number outside, hang up, and "otherwise".</summary>
internal static class Destinations
{
    /// <summary>Destinations entered without a real wait between them; one more is a loop.</summary>
    public const int MostSteps = 10;

    /// <summary>Enters a destination and says by which rule.</summary>
    public static void Enter(TurnScope turn, Call call, string rule, Destination destination) =>
        Enter(turn, call, rule, destination, [], []);

    public static void Enter(
        TurnScope turn, Call call, string rule, Destination destination, Candidate[] chosen, Exclusion[] excluded)
    {
        turn.Emit(new CallRouted(call.Id, Describe(turn, call, rule, destination, chosen, excluded)));
        if (call.Route.Steps > MostSteps)
        {
            turn.Emit(new CallRouted(call.Id, Explain(turn, Rules.Loop, null)));
            Endings.ByRouting(turn, call, HangUpReason.LoopDetected);
            return;
        }
        int seconds = destination.RingSeconds ?? turn.State.Document.Ringing.DirectRingSeconds;
        if (destination.Department is { } department) EnterDepartment(turn, call, new DepartmentId(department));
        else if (destination.Employee is { } employee) EnterEmployee(turn, call, new EmployeeId(employee), seconds);
        else if (destination.External is not null) EnterExternal(turn, call, destination, seconds);
        else if (destination.Menu is { } menu) Menu.Enter(turn, call, menu);
        else if (destination.Voicemail is { } mailbox) Voicemail.Enter(turn, call, mailbox);
        else Endings.ByRouting(turn, call, ReasonOf(destination.HangUp));
    }

    /// <summary>
    /// Whoever was rung did not take the call: "otherwise"; after smart forwarding the number's own destination; else the end.
    /// </summary>
    /// <param name="failed">The leg whose final response is the reason; null for reasons of ours.</param>
    public static void Continue(TurnScope turn, Call call, HangUpReason reason, Leg? failed = null)
    {
        if (call.Route.Origin == RouteOrigin.SmartForwarding)
        {
            if (turn.State.Directory.NumberById(call.Arrived.DialledNumber) is { } number) Enter(turn, call, Rules.Number, number.LeadsTo);
            else Endings.ByRouting(turn, call, reason, failed);
        }
        else if (Current(turn.State, call)?.Otherwise is { } otherwise) Enter(turn, call, Rules.Otherwise, otherwise);
        else Endings.ByRouting(turn, call, reason, failed);
    }

    public static void EnterEmployee(TurnScope turn, Call call, EmployeeId employee, int seconds)
    {
        if (Ringing.RingDirectly(turn, call, employee, seconds) is { } reason)
            Continue(turn, call, reason, reason == HangUpReason.OfferRefused ? call.LastRefusal : null);
    }

    public static void EnterDepartment(TurnScope turn, Call call, DepartmentId id)
    {
        if (turn.State.Departments.TryGetValue(id, out var department)) Queueing.Enter(turn, call, department);
        else Continue(turn, call, HangUpReason.NoSuchNumber);
    }

    /// <summary>The caller dialled an extension in a menu.</summary>
    public static void EnterExtension(TurnScope turn, Call call, ExtensionOwner owner)
    {
        string where = owner.Department is { } key ? $"department {key}" : $"employee {owner.Employee}";
        var department = owner.Department is { } id ? new DepartmentId(id) : (DepartmentId?)null;
        turn.Emit(new CallRouted(call.Id, Explain(turn, Rules.MenuExtension, where, department)));
        if (department is { } known) EnterDepartment(turn, call, known);
        else EnterEmployee(turn, call, new EmployeeId(owner.Employee!), turn.State.Document.Ringing.DirectRingSeconds);
    }

    public static Decision Explain(TurnScope turn, string rule, string? destination, DepartmentId? department = null) => new(
        DecisionKind.Destination, rule, destination, department, [], [], 0, [], 0, turn.State.Version);

    private static void EnterExternal(TurnScope turn, Call call, Destination destination, int seconds)
    {
        string number = destination.External!;
        if (call.IsRefusedAt(number))
        {
            Continue(turn, call, HangUpReason.OfferRefused, call.LastRefusal);
            return;
        }
        var identity = OutgoingIdentity.OfForwarded(turn.State, call, number, destination.Trunks);
        if (identity.Trunk is not null) Ringing.RingExternal(turn, call, number, identity, seconds);
        else Continue(turn, call, HangUpReason.NoTrunk);
    }

    private static Destination? Current(ProjectState state, Call call)
    {
        var destination = call.Route.Origin switch
        {
            RouteOrigin.Number => state.Directory.NumberById(call.Arrived.DialledNumber)?.LeadsTo,
            RouteOrigin.MenuKey => MenuOf(state, call) is { } menu ? Menu.KeyOf(menu, call.MenuKeys)?.LeadsTo : null,
            RouteOrigin.MenuOtherwise => MenuOf(state, call)?.Otherwise,
            // Whoever was dialled did not take it.
            RouteOrigin.MenuExtension => new Destination(Otherwise: MenuOf(state, call)?.Otherwise),
            RouteOrigin.Full => FlowOut(state, call, QueueExit.Full),
            RouteOrigin.TimeOut => FlowOut(state, call, QueueExit.TimeOut),
            RouteOrigin.NoOneSignedIn => FlowOut(state, call, QueueExit.NoOneSignedIn),
            RouteOrigin.AllNotReady => FlowOut(state, call, QueueExit.AllNotReady),
            _ => null,
        };
        for (int i = 0; i < call.Route.Otherwise; i++) destination = destination?.Otherwise;
        return destination;
    }

    private static MenuConfiguration? MenuOf(ProjectState state, Call call) => state.Directory.Menu(call.LastMenu?.Menu);

    /// <summary>A flow-out leads away from the department of the call's last visit.</summary>
    private static Destination? FlowOut(ProjectState state, Call call, QueueExit exit) =>
        call.Visits is { Count: > 0 } visits && state.Departments.TryGetValue(visits[^1].Department, out var department)
            ? Queueing.DestinationOf(department.Configuration.FlowOut, exit)
            : null;

    private static Decision Describe(
        TurnScope turn, Call call, string rule, Destination destination, Candidate[] chosen, Exclusion[] excluded)
    {
        var (text, department) = destination switch
        {
            { Department: { } id } => ($"department {id}", new DepartmentId(id)),
            { Employee: { } id } => ($"employee {id}", null),
            { Menu: { } menu } => ($"menu {menu}", null),
            { Voicemail: { Department: { } mailbox } } => ($"voicemail of department {mailbox}", new DepartmentId(mailbox)),
            { Voicemail: { Employee: { } mailbox } } => ($"voicemail of employee {mailbox}", null),
            { External: { } number } => ($"{number} via trunk {TrunkOf(turn, call, destination) ?? "none"}", null),
            _ => ($"hang up {ReasonOf(destination.HangUp)}", (DepartmentId?)null),
        };
        return new Decision(
            DecisionKind.Destination, rule, text, department, chosen, [], chosen.Length, excluded, excluded.Length, turn.State.Version);
    }

    private static string? TrunkOf(TurnScope turn, Call call, Destination outside) =>
        OutgoingIdentity.OfForwarded(turn.State, call, outside.External!, outside.Trunks).Trunk?.Id;

    private static HangUpReason ReasonOf(HangUpDestination? destination) => destination switch
    {
        HangUpDestination.Busy => HangUpReason.Busy,
        HangUpDestination.NoAnswer => HangUpReason.NoAnswer,
        _ => HangUpReason.Closed,
    };
}
