using CallCenter.Abstractions.Calls;

namespace CallCenter.Engine.Calls;

/// <summary>Writes the record of a call that ends now; all legs that we rang and its queue visits have ended.</summary>
internal static class CallRecords
{
    public static CallRecord Of(
        Call call, long now, CallOutcome outcome, EndedBy by, int? sipStatus, LegEnd callerEnd, HangUpReason? told)
    {
        var arrived = call.Arrived;
        long answeredAt = call.AnsweredAt ?? now;
        long holdMs = call.HoldMs + (now - (call.HeldSince ?? now));
        var first = call.Visits is { Count: > 0 } visits ? visits[0].Department : call.Department;
        var madeBy = call.Direction == CallDirection.Outgoing ? arrived.CallerEmployee : null;
        return new CallRecord(
            call.Id, call.Direction, outcome, by, sipStatus,
            arrived.ClientNumber, arrived.ClientName, arrived.Dialled, arrived.DialledNumber, call.ShownNumber,
            arrived.Line.Trunk ?? call.Trunk,
            first, call.Department, call.Employee ?? madeBy, call.Responsible,
            call.ArrivedAt, call.AnsweredAt, now, answeredAt - call.ArrivedAt, now - answeredAt - holdMs, holdMs,
            call.ConfigurationVersion, call.SipCallId, Legs(call, now, callerEnd), Visits(call, now), told);
    }

    private static LegRecord[] Legs(Call call, long now, LegEnd callerEnd)
    {
        var legs = new LegRecord[call.Legs.Count + 1];
        var arrived = call.Arrived;
        long holdMs = call.CallerHoldMs + (now - (call.CallerHeldSince ?? now));
        legs[0] = new LegRecord(
            0, LegKind.Caller, arrived.CallerEmployee, null, arrived.Line.Account ?? arrived.ClientNumber,
            call.ArrivedAt, null, call.AnsweredAt, now, holdMs, callerEnd, null);
        for (int i = 1; i < legs.Length; i++) legs[i] = call.Legs[i - 1].ToRecord(now);
        return legs;
    }

    private static QueueVisitRecord[] Visits(Call call, long now)
    {
        if (call.Visits is not { Count: > 0 } visits) return [];
        var records = new QueueVisitRecord[visits.Count];
        for (int i = 0; i < records.Length; i++) records[i] = visits[i].ToRecord(now);
        return records;
    }
}
