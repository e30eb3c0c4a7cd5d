using CallCenter.Abstractions.Calls;

namespace CallCenter.Simulation.Tests.Books;

/// <summary>The record of an ended call says what its events said.</summary>
internal static class RecordRules
{
    public static void Check(CallBook call, CallRecord record, long at)
    {
        Breach.Unless(call.Legs.Count + call.Supervisions.Count == 0, $"call {call.Id} ends with {call.Legs.Count} live legs");
        Breach.Unless(call.Visit is null, $"call {call.Id} ends in a queue");
        Breach.Unless(call.Talking is null && call.IsCallerGone, $"call {call.Id} ends in a conversation, or with its caller");
        Breach.Unless(record.ArrivedAt == call.ArrivedAt && EndsInTime(call, record, at), $"the times of {call.Id} are wrong: {record}");
        Breach.Unless(record.AnsweredAt == call.TakenAt, $"call {call.Id} was taken at {call.TakenAt}, not {record.AnsweredAt}");
        CheckTimes(call, record);
        CheckSteps(call, record);
        bool talked = record.Outcome == CallOutcome.Answered;
        Breach.Unless(
            record.Outcome == CallOutcome.Interrupted || talked == call.TakenAt is not null, $"call {call.Id} ended as {record.Outcome}");
        Breach.Unless(
            record.Outcome != CallOutcome.OfferRefused || call.Refusing.Count > 0, $"call {call.Id} was refused nowhere: {record}");
        Breach.Unless(
            record.Reason != HangUpReason.InvitationExpired || (talked ? null : call.ExpiresAt) <= at, $"call {call.Id} expired early");
        CheckVisits(call, record);
        CheckTalks(call, record);
        CheckLegs(call, record);
    }

    /// <summary>With its last event; a conversation of which a side was gone without a word ends when that was heard last.</summary>
    private static bool EndsInTime(CallBook call, CallRecord record, long at)
    {
        bool isGone = call.TakenAt is not null && record.Legs.Any(leg => leg.End == LegEnd.Broken);
        return record.EndedAt == at
            || (isGone && record.EndedAt < at && record.EndedAt >= call.TakenAt!.Value);
    }

    private static void CheckTimes(CallBook call, CallRecord record)
    {
        long hold = call.Talks.Sum(static talk => talk.HoldMs);
        long talk = call.Talks.Sum(static talk => talk.EndedAt!.Value - talk.BeganAt) - hold;
        Breach.Unless(
            record.HoldMs == hold && record.TalkMs == talk && record.WaitMs == (call.TakenAt ?? record.EndedAt) - call.ArrivedAt,
            $"call {call.Id} talked {talk} and was held {hold}, the record says {record.TalkMs} and {record.HoldMs}");
    }

    private static void CheckSteps(CallBook call, CallRecord record)
    {
        Breach.Unless(call.Step is null, $"call {call.Id} ends in a step");
        var known = call.Steps.Select(step => new StepRecord(
            step.Began.Number, step.Began.Kind, step.Began.Menu, step.Began.Department, step.Began.Employee, step.BeganAt,
            step.EndedAt!.Value, step.Keys, step.End));
        Breach.Unless(record.Steps.SequenceEqual(known), $"call {call.Id} went through other steps: {string.Join(", ", record.Steps)}");
        bool left = call.Steps.Exists(static step => step.End == StepEnd.Message) && record.Outcome != CallOutcome.Interrupted;
        Breach.Unless((record.Outcome == CallOutcome.Voicemail) == left, $"call {call.Id} ended as {record.Outcome}");
    }

    private static void CheckVisits(CallBook call, CallRecord record)
    {
        Breach.Unless(
            record.Visits.Count == call.Visits.Count, $"call {call.Id} made {call.Visits.Count} visits, not {record.Visits.Count}");
        for (int i = 0; i < record.Visits.Count; i++)
        {
            var (told, known) = (record.Visits[i], call.Visits[i]);
            bool same = told.Department == known.Department && told.EnteredAt == known.EnteredAt && told.LeftAt == known.LeftAt
                && told.Exit == known.Exit;
            Breach.Unless(same, $"call {call.Id} has another visit in its record: {told}");
        }
    }

    private static void CheckTalks(CallBook call, CallRecord record)
    {
        Breach.Unless(
            record.Conversations.Count == call.Talks.Count, $"call {call.Id} had {call.Talks.Count} conversations: {record}");
        for (int i = 0; i < record.Conversations.Count; i++)
        {
            var (told, known) = (record.Conversations[i], call.Talks[i]);
            var began = known.Began;
            var expected = new ConversationRecord(
                began.Number, began.Leg, began.OtherLeg, began.Employee, began.Department, known.BeganAt, known.EndedAt!.Value,
                began.WaitMs, known.HoldMs, known.By, began.IsRecorded);
            Breach.Unless(told == expected, $"call {call.Id} has another conversation in its record: {told}");
        }
        long talked = record.Conversations.Sum(talk => talk.TalkMs);
        Breach.Unless(record.TalkMs == talked, $"call {call.Id} talked {talked}, the record says {record.TalkMs}");
    }

    private static void CheckLegs(CallBook call, CallRecord record)
    {
        Breach.Unless(record.Legs[0].Number == 0, $"call {call.Id} has no caller's leg in its record");
        int before = -1;
        foreach (var leg in record.Legs)
        {
            // A conversation may be found over while somebody still listened to it.
            bool inTime = leg.EndedAt <= record.EndedAt || leg.Kind == LegKind.Supervisor;
            bool inOrder = leg.Number > before && leg.EndedAt >= leg.StartedAt && inTime && leg.HoldMs >= 0;
            Breach.Unless(inOrder, $"call {call.Id} has a wrong leg in its record: {leg}");
            before = leg.Number;
        }
        // Ended legs beyond a thousand are dropped from a call's memory.
        Breach.Unless(
            record.Legs.Count == Math.Min(call.LastLeg, 1000) + 1, $"call {call.Id} rang {call.LastLeg} legs: {record.Legs.Count}");
    }
}
