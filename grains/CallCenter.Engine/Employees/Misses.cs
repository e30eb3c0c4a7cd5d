using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Employees;
using CallCenter.Engine.Calls;

namespace CallCenter.Engine.Employees;

/// <summary>
/// A ring that ended without being taken and without the caller or a colleague being the reason. A phone that cannot take what the caller
/// offers misses nothing: neither rest nor figure.
/// </summary>
internal static class Misses
{
    /// <summary>To be called when the last of an employee's legs of one ring has ended.</summary>
    public static void Count(TurnScope turn, Call call, Leg lastLeg)
    {
        if (lastLeg.Employee is not { } id || !turn.State.Employees.TryGetValue(id, out var employee)) return;
        if (Kind(call, lastLeg) is not { } miss)
        {
            Activities.EndRing(turn, employee, call.Id);
            return;
        }
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

    /// <summary>
    /// A refusal says most about a person, then silence; null where a phone refused the offer, else none of the phones could even ring.
    /// </summary>
    private static RingMiss? Kind(Call call, Leg lastLeg)
    {
        RingMiss? kind = RingMiss.Unreachable;
        foreach (var leg in call.Legs)
        {
            if (leg.Employee != lastLeg.Employee || leg.StartedAt != lastLeg.StartedAt || leg.Visit != lastLeg.Visit) continue;
            if (leg.End == LegEnd.Rejected) return RingMiss.Rejected;
            if (leg.End == LegEnd.NoAnswer) kind = RingMiss.NoAnswer;
            else if (leg.End == LegEnd.OfferRefused && kind == RingMiss.Unreachable) kind = null;
        }
        return kind;
    }
}
