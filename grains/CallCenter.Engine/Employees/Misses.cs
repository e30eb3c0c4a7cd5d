using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Employees;
using CallCenter.Engine.Calls;

namespace CallCenter.Engine.Employees;

/// <summary>A ring that ended without being taken and without the caller or a colleague being the reason.</summary>
internal static class Misses
{
    /// <summary>To be called when the last of an employee's legs of one ring has ended.</summary>
    public static void Count(TurnScope turn, Call call, Leg lastLeg)
    {
        if (lastLeg.Employee is not { } id || !turn.State.Employees.TryGetValue(id, out var employee)) return;
        var miss = Kind(call, lastLeg);
        var ringing = turn.State.Document.Ringing;
        long? rest = miss switch
        {
            RingMiss.Rejected => turn.After(ringing.RejectRestSeconds),
            RingMiss.Unreachable => turn.After(ringing.UnreachableRestSeconds),
            _ => null,
        };
        turn.Emit(new RingMissed(id, call.Id, lastLeg.Department, miss, turn.Now - lastLeg.StartedAt, rest));

        bool tooMany = miss == RingMiss.NoAnswer && ringing.RonaLimit > 0 && employee.RonaInRow >= ringing.RonaLimit;
        bool stillRings = employee.State.Activity == Activity.Ringing && employee.State.Call == call.Id;
        if (tooMany && stillRings && employee.State.Availability == Availability.Ready)
            Activities.EndRingNotReady(turn, employee, ringing.RonaReason);
        else Activities.EndRing(turn, employee, call.Id);
    }

    private static RingMiss Kind(Call call, Leg lastLeg) => SipOutcomes.Best(call, lastLeg) switch
    {
        LegEnd.Rejected => RingMiss.Rejected,
        LegEnd.NoAnswer => RingMiss.NoAnswer,
        _ => RingMiss.Unreachable,
    };
}
