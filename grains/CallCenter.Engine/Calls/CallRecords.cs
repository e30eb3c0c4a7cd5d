using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;

namespace CallCenter.Engine.Calls;

/// <summary>Writes the record of a call that ends now; its conversations, legs and queue visits have ended.</summary>
internal static class CallRecords
{
    public static CallRecord Of(Call call, long now, CallOutcome outcome, EndedBy by, int? sipStatus, HangUpReason? told)
    {
        var arrived = call.Arrived;
        var (answeredAt, talkMs, holdMs) = ((long?)null, 0L, 0L);
        var talks = Talks(call);
        foreach (var talk in talks)
        {
            answeredAt ??= talk.BeganAt;
            talkMs += talk.TalkMs;
            holdMs += talk.HoldMs;
        }
        var first = call.Visits is { Count: > 0 } visits ? visits[0].Department : call.Department ?? Mailbox(call);
        var madeBy = call.Direction == CallDirection.Outgoing ? arrived.CallerEmployee : null;
        return new CallRecord(
            call.Id, call.Direction, outcome, by, sipStatus,
            arrived.ClientNumber, arrived.ClientName, arrived.Dialled, arrived.DialledNumber, call.ShownNumber,
            arrived.Line.Trunk ?? call.Trunk,
            first, call.Department, call.Employee ?? madeBy, call.Responsible,
            call.ArrivedAt, answeredAt, now, (answeredAt ?? now) - call.ArrivedAt, talkMs, holdMs,
            call.ConfigurationVersion, call.SipCallId, Legs(call, now), Visits(call, now), talks, told,
            call.Steps?.ConvertAll(step => step.ToRecord(now)));
    }

    /// <summary>Of the department whose mailbox the caller was asked for a message for.</summary>
    private static DepartmentId? Mailbox(Call call) => call.Steps?.FindLast(static step => step.Kind == StepKind.Voicemail)?.Department;

    private static ConversationRecord[] Talks(Call call)
    {
        if (call.LastTalk is not { } last) return [];
        var records = new ConversationRecord[last.Number];
        for (var talk = last; talk is not null; talk = talk.Before) records[talk.Number - 1] = talk.ToRecord();
        return records;
    }

    private static LegRecord[] Legs(Call call, long now)
    {
        var legs = new LegRecord[call.Legs.Count + 1];
        var (arrived, caller) = (call.Arrived, call.Caller);
        legs[0] = new LegRecord(
            0, LegKind.Caller, arrived.CallerEmployee, null, arrived.Line.Account ?? arrived.ClientNumber, call.ArrivedAt, null,
            caller.AnsweredAt, caller.EndedAt ?? now, caller.HoldMs, caller.End, caller.SipStatus);
        for (int i = 1; i < legs.Length; i++) legs[i] = call.Legs[i - 1].ToRecord(now);
        return call.Supervisions is { Count: > 0 } supervisions ? WithSupervisors(legs, supervisions, now) : legs;
    }

    private static LegRecord[] WithSupervisors(LegRecord[] legs, List<Supervision> supervisions, long now)
    {
        LegRecord[] all = [.. legs, .. supervisions.Select(one => one.Leg.ToRecord(now))];
        Array.Sort(all, static (one, other) => one.Number.CompareTo(other.Number));
        return all;
    }

    private static QueueVisitRecord[] Visits(Call call, long now)
    {
        if (call.Visits is not { Count: > 0 } visits) return [];
        var records = new QueueVisitRecord[visits.Count];
        for (int i = 0; i < records.Length; i++) records[i] = visits[i].ToRecord(now);
        return records;
    }
}
