using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Engine.Departments;
using CallCenter.Engine.Employees;
using CallCenter.Engine.Routing;

namespace CallCenter.Engine.Calls;

/// <summary>Starts and stops legs.</summary>
internal static class Ringing
{
    /// <summary>Rings whomever the department's strategy chooses for a waiting call; false when nobody can be rung.</summary>
    public static bool RingNext(TurnScope turn, Call call)
    {
        var department = call.Queue!;
        if (turn.Choice.Decide(call, department, turn) is not { } decision) return false;
        turn.Emit(new CallRouted(call.Id, decision));
        long until = turn.After(department.Configuration.RingSeconds);
        foreach (var chosen in turn.Choice.Chosen) RingEmployee(turn, call, chosen, department.Id, until);
        return true;
    }

    /// <summary>Rings an employee whatever his availability; the reason when he cannot be rung now.</summary>
    /// <param name="redirectedBy">The employee whose phone sent the call to him.</param>
    public static HangUpReason? RingDirectly(TurnScope turn, Call call, EmployeeId id, int seconds, EmployeeId? redirectedBy = null)
    {
        if (!turn.State.Employees.TryGetValue(id, out var employee)) return HangUpReason.NoAnswer;
        if (employee.IsBusy) return HangUpReason.Busy;
        if (!employee.Reachable) return HangUpReason.Unreachable;
        if (call.HasRefusals && !employee.CanTake(call)) return HangUpReason.OfferRefused;
        ShowRinging(turn, call);
        RingEmployee(turn, call, new TierMember(employee, employee.Contacts), null, turn.After(seconds), redirectedBy);
        return null;
    }

    /// <summary>Whether <see cref="RingDirectly"/> would ring him now.</summary>
    public static bool CanRingDirectly(TurnScope turn, Call call, EmployeeId id) =>
        turn.State.Employees.TryGetValue(id, out var employee) && employee is { Reachable: true, IsBusy: false }
        && (!call.HasRefusals || employee.CanTake(call));

    /// <summary>Rings a number through a trunk: for a client on outgoing calls, else a destination outside.</summary>
    /// <param name="redirectedBy">The employee whose phone sent the call there: whoever answers there answers for him.</param>
    public static void RingExternal(
        TurnScope turn, Call call, string number, in OutgoingIdentity identity, int seconds, EmployeeId? redirectedBy = null)
    {
        ShowRinging(turn, call);
        var leg = new LegId(call.Id, call.LastLeg + 1);
        // A call answered on somebody's contact is his, even where it was dialled as a plain number (E-05).
        var owner = call.Direction == CallDirection.Outgoing ? null : turn.State.Directory.OwnerOfNumber(number) ?? redirectedBy;
        RingThrough(turn, new LegStarted(
            leg, LegKind.External, owner, null, number, identity.Trunk!.Id, identity.Shown, turn.After(seconds), identity.Asserted,
            identity.Next, RedirectedBy: redirectedBy));
    }

    /// <summary>The trunk of a leg did not carry it: it rings through the next one, for as long as it would have rung.</summary>
    public static void RingInstead(TurnScope turn, Call call, Leg leg, in OutgoingIdentity identity)
    {
        // An employee's phones ring and end together.
        long until = leg.Kind == LegKind.Employee ? leg.RingUntil : turn.Now + leg.RingUntil - leg.StartedAt;
        RingThrough(turn, new LegStarted(
            new LegId(call.Id, call.LastLeg + 1), leg.Kind, leg.Employee, leg.Department, leg.Target, identity.Trunk!.Id, identity.Shown,
            until, identity.Asserted, identity.Next, leg.Number, leg.RedirectedBy));
    }

    /// <summary>Ends all ringing legs and frees their employees; nobody has missed anything.</summary>
    public static void Stop(TurnScope turn, Call call, HangUpReason reason, LegEnd end)
    {
        if (call.RingingLegs == 0) return;
        turn.Participants.Clear();
        for (int i = 0; i < call.Legs.Count; i++)
        {
            var leg = call.Legs[i];
            if (!leg.IsRinging) continue;
            turn.AddParticipant(leg.Kind == LegKind.Employee ? leg.Employee : null);
            EndLeg(turn, call, leg, reason, end);
        }
        foreach (var employee in turn.Participants) Activities.EndRing(turn, employee, call.Id);
    }

    public static void EndLeg(TurnScope turn, Call call, Leg leg, HangUpReason reason, LegEnd end)
    {
        var id = new LegId(call.Id, leg.Number);
        turn.Order(new EndLeg(id, reason));
        turn.Emit(new LegEnded(id, end, null));
    }

    /// <summary>A leg through a trunk: names are for the house.</summary>
    private static void RingThrough(TurnScope turn, LegStarted started)
    {
        turn.Emit(started);
        var target = new RingTarget(null, null, started.Target, started.Trunk);
        bool hasNext = started.NextTrunks is { Count: > 0 };
        turn.Order(new RingLeg(started.Leg, target, started.ShownNumber, null, started.AssertedNumber) { HasNextTrunk = hasNext });
    }

    /// <summary>
    /// A client hears ringing as soon as we look for somebody. A colleague hears the phone that he calls: ringing only once it alerts.
    /// </summary>
    private static void ShowRinging(TurnScope turn, Call call)
    {
        if (!call.RingingShown && call.Direction == CallDirection.Incoming) turn.Order(new ShowRinging(call.Id));
    }

    private static void RingEmployee(
        TurnScope turn, Call call, TierMember member, DepartmentId? department, long until, EmployeeId? redirectedBy = null)
    {
        var employee = member.Employee;
        bool rings = false;
        foreach (var contact in member.Contacts)
        {
            if (!employee.CanRing(contact) || call.IsRefusedAt(contact.Value)) continue;
            var leg = new LegId(call.Id, call.LastLeg + 1);
            if (contact.Fixed is { } target)
            {
                string shown = call.Arrived.ClientNumber;
                turn.Emit(new LegStarted(leg, LegKind.Employee, employee.Id, department, contact.Value, null, shown, until,
                    RedirectedBy: redirectedBy));
                turn.Order(new RingLeg(leg, target, shown, call.Arrived.ClientName));
            }
            else
            {
                var identity = OutgoingIdentity.OfForwarded(turn.State, call, contact.Value, contact.Trunks);
                RingThrough(turn, new LegStarted(
                    leg, LegKind.Employee, employee.Id, department, contact.Value, identity.Trunk!.Id, identity.Shown, until,
                    identity.Asserted, identity.Next, RedirectedBy: redirectedBy));
            }
            // One hop, however many phones he has.
            redirectedBy = null;
            rings = true;
        }
        if (rings) Activities.Ring(turn, employee, call, department, until);
    }
}
