using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Engine.Departments;
using CallCenter.Engine.Employees;
using CallCenter.Engine.Routing;
using CallCenter.Engine.Steps;

namespace CallCenter.Engine.Calls;

/// <summary>How a call is brought to its end, whoever ends it.</summary>
internal static class Endings
{
    /// <param name="Unanswered">The outcome if there was no conversation.</param>
    /// <param name="Reason">Told to the legs that we end.</param>
    /// <param name="Exit">How it leaves the queue, if it is in one.</param>
    /// <param name="CallerLeg">How the caller's leg ended.</param>
    /// <param name="Gone">The leg that is gone already and how; null when we end them all.</param>
    /// <param name="SipStatus">The final status that the call failed with elsewhere.</param>
    /// <param name="Said">What was said with it, or by whoever hung up.</param>
    /// <param name="Silent">Nobody is told: the SIP side is lost.</param>
    /// <param name="OverSince">When the conversation was over, where that is noticed only now.</param>
    private readonly record struct Ending(
        CallOutcome Unanswered, EndedBy By, HangUpReason Reason, QueueExit Exit, LegEnd CallerLeg, LegEnd OtherLegs,
        (int Number, LegEnd End)? Gone = null, int? SipStatus = null, string? Said = null, bool Silent = false, long? OverSince = null);

    /// <summary>The person on a leg hung up.</summary>
    public static CommandReply Handle(TurnScope turn, ReportHangUp command)
    {
        if (!turn.State.Calls.TryGetValue(command.Leg.Call, out var call)) return NoSuchCall(command.Leg.Call);
        if (command.Leg.IsCaller)
        {
            bool talked = call.Talk is not null;
            var by = call.Direction == CallDirection.Incoming ? EndedBy.Client : EndedBy.Employee;
            var own = call.Caller.AnsweredAt is not null ? LegEnd.HungUp : LegEnd.Cancelled;
            Close(turn, call, new Ending(
                CallOutcome.Abandoned, by, talked ? HangUpReason.Normal : HangUpReason.CallerCancelled, QueueExit.Abandoned, own,
                talked ? LegEnd.OtherSideHungUp : LegEnd.Cancelled, (0, own), Said: command.Said));
            return Accepted.Instance;
        }
        if (call.FindLeg(command.Leg.Number) is not { IsLive: true } leg) return NoSuchLeg(command.Leg);
        if (leg.IsRinging) Answers.Fail(turn, call, leg, null);
        else if (leg.Kind == LegKind.Supervisor) Supervising.Gone(turn, call, leg, LegEnd.HungUp, said: command.Said);
        else if (Rating.IsAsked(turn.State, call)) AskForRating(turn, call, leg, command.Said);
        else
        {
            var by = call.Direction == CallDirection.Outgoing ? EndedBy.Client : EndedBy.Employee;
            Close(turn, call, new Ending(
                CallOutcome.Answered, by, HangUpReason.Normal, QueueExit.Answered, LegEnd.OtherSideHungUp, LegEnd.OtherSideHungUp,
                (leg.Number, LegEnd.HungUp), Said: command.Said));
        }
        return Accepted.Instance;
    }

    /// <summary>The dialog of a leg broke. A conversation was over when its user agent was heard last: silence is no talk time.</summary>
    public static CommandReply Handle(TurnScope turn, ReportBroken command)
    {
        if (!turn.State.Calls.TryGetValue(command.Leg.Call, out var call)) return NoSuchCall(command.Leg.Call);
        var leg = call.FindLeg(command.Leg.Number);
        if (!command.Leg.IsCaller && leg is not { IsLive: true }) return NoSuchLeg(command.Leg);
        if (leg is { IsRinging: true })
        {
            Answers.Fail(turn, call, leg, null);
            return Accepted.Instance;
        }
        if (leg is { Kind: LegKind.Supervisor })
        {
            Supervising.Gone(turn, call, leg, LegEnd.Broken);
            return Accepted.Instance;
        }
        Close(turn, call, new Ending(
            CallOutcome.Failed, EndedBy.System, HangUpReason.NetworkFailure, QueueExit.Failed,
            command.Leg.IsCaller ? LegEnd.Broken : LegEnd.OtherSideHungUp, LegEnd.OtherSideHungUp, (command.Leg.Number, LegEnd.Broken),
            OverSince: call.Talk is null ? null : OverSince(call, command.HeardAt, turn.Now)));
        return Accepted.Instance;
    }

    /// <summary>Somebody who is not on the call ends it.</summary>
    public static CommandReply Handle(TurnScope turn, EndCall command)
    {
        if (!turn.State.Calls.TryGetValue(command.Call, out var call)) return NoSuchCall(command.Call);
        var reason = call.Talk is null ? HangUpReason.Closed : HangUpReason.Normal;
        Close(turn, call, new Ending(
            CallOutcome.Closed, EndedBy.System, reason, QueueExit.Failed, LegEnd.Routing, LegEnd.Routing));
        return Accepted.Instance;
    }

    /// <summary>After a restart that lost their SIP side; oldest call first.</summary>
    public static CommandReply Handle(TurnScope turn, CloseInterruptedCalls command)
    {
        var calls = turn.State.Calls.Values.Where(call => command.Calls?.Contains(call.Id) != false).ToArray();
        Array.Sort(calls, (one, other) => one.Id.Value.CompareTo(other.Id.Value));
        foreach (var call in calls)
        {
            Close(turn, call, new Ending(
                CallOutcome.Interrupted, EndedBy.System, HangUpReason.Interrupted, QueueExit.Interrupted, LegEnd.Interrupted,
                LegEnd.Interrupted, Silent: true));
        }
        return Accepted.Instance;
    }

    /// <summary>The caller's invitation holds no longer: he takes it back as if he gave up, but waits for our response.</summary>
    public static void Expire(TurnScope turn, Call call) => Close(turn, call, new Ending(
        CallOutcome.Abandoned, call.Direction == CallDirection.Incoming ? EndedBy.Client : EndedBy.Employee,
        HangUpReason.InvitationExpired, QueueExit.Abandoned, LegEnd.Cancelled, LegEnd.Cancelled));

    /// <summary>The routing ends a call that nobody took.</summary>
    /// <param name="failed">The leg whose final response is the reason; null for reasons of ours.</param>
    public static void ByRouting(TurnScope turn, Call call, HangUpReason reason, Leg? failed = null)
    {
        if (reason == HangUpReason.OfferRefused) turn.Emit(new CallRouted(call.Id, Destinations.Explain(turn, Rules.OfferRefused, null)));
        Close(turn, call, new Ending(
            SipOutcomes.OutcomeOf(reason), EndedBy.System, reason, QueueExit.Failed, LegEnd.Routing, LegEnd.Routing,
            SipStatus: failed?.SipStatus, Said: failed?.Said));
    }

    /// <summary>
    /// The last words are said. What it came to: the conversation that he had, his message, or nothing.
    /// </summary>
    public static void AfterSteps(TurnScope turn, Call call) => Close(turn, call, new Ending(
        CallOutcome.NoAnswer, EndedBy.System, HangUpReason.Normal, QueueExit.Failed, LegEnd.Routing, LegEnd.Routing));

    /// <summary>The conversation is over, the employee is free; the caller stays and is asked.</summary>
    private static void AskForRating(TurnScope turn, Call call, Leg leg, string? said)
    {
        var talk = call.Talk!;
        turn.Emit(new ConversationEnded(call.Id, talk.Number, EndedBy.Employee));
        turn.Emit(new LegEnded(new LegId(call.Id, leg.Number), LegEnd.HungUp, null, Said: said));
        Supervising.EndAll(turn, call, HangUpReason.Normal);
        if (talk.Employee is { } id && turn.State.Employees.TryGetValue(id, out var employee))
            Activities.EndTalk(turn, employee, call.Id, talk.Department, null);
        CallSteps.Begin(turn, call, StepKind.Rating, department: talk.Department, employee: talk.Employee);
    }

    /// <summary>A call that was refused before we were asked about it: its caller knows.</summary>
    public static void Unheard(TurnScope turn, Call call, int sipStatus) =>
        Close(turn, call, new Ending(
            CallOutcome.Refused, EndedBy.System, HangUpReason.Normal, QueueExit.Failed, LegEnd.Routing, LegEnd.Routing,
            (0, LegEnd.Routing), sipStatus));

    /// <summary>Not before anything that the call shows to have happened; null when it is over now.</summary>
    private static long? OverSince(Call call, long? heardAt, long now)
    {
        if (heardAt is not { } heard || heard >= now) return null;
        long known = Math.Max(call.StageSince, Math.Max(HeldSince(call, call.Talk!.Leg), HeldSince(call, call.Talk.OtherLeg)));
        return Math.Max(heard, known);
    }

    private static long HeldSince(Call call, int leg) => call.LifeOf(leg)?.HeldSince ?? 0;

    /// <summary>
    /// 1. The queue, or what he heard. 2. The conversation. 3. The legs, the caller's last. 4. The record. 5. The employees.
    /// </summary>
    private static void Close(TurnScope turn, Call call, Ending ending)
    {
        Queueing.Leave(turn, call, ending.Exit);
        CallSteps.Close(turn, call);
        var talk = call.Talk;
        if (talk is not null) turn.Emit(new ConversationEnded(call.Id, talk.Number, ending.By, ending.OverSince));
        turn.Participants.Clear();
        turn.AddParticipant(call.Arrived.Line.Account is null ? null : call.Arrived.CallerEmployee);
        for (int i = 0; i < call.Legs.Count; i++)
        {
            var leg = call.Legs[i];
            if (!leg.IsLive) continue;
            turn.AddParticipant(leg.Kind == LegKind.Employee ? leg.Employee : null);
            EndLeg(turn, call, leg, ending);
        }
        foreach (var supervision in call.Supervisions ?? [])
        {
            // He listened until now, whenever the conversation was over.
            if (supervision.Leg.IsLive) EndLeg(turn, call, supervision.Leg, ending with { OverSince = null });
        }
        bool tellsCaller = ending.Gone?.Number != 0 && !ending.Silent;
        var caller = new LegId(call.Id, 0);
        if (tellsCaller) turn.Order(new EndLeg(caller, ending.Reason, ending.SipStatus, ending.Said));
        turn.Emit(new LegEnded(caller, ending.CallerLeg, null, ending.OverSince, ending.Said));
        var talked = ending.Silent ? null : talk?.Employee;
        var outcome = ending.Silent ? ending.Unanswered : OutcomeOf(call, ending.Unanswered);
        // Whoever ended the last conversation ended the call, however long the other one stayed to rate it.
        var by = talk is null && !ending.Silent && call.LastTalk is { } last ? last.By : ending.By;
        HangUpReason? told = tellsCaller && call.Caller.AnsweredAt is null ? ending.Reason : null;
        turn.Emit(new CallEnded(CallRecords.Of(call, ending.OverSince ?? turn.Now, outcome, by, ending.SipStatus, told)));
        foreach (var employee in turn.Participants)
        {
            Activities.EndRing(turn, employee, call.Id);
            Activities.EndTalk(turn, employee, call.Id, employee.Id == talked ? talk!.Department : null, ending.OverSince);
        }
    }

    private static CallOutcome OutcomeOf(Call call, CallOutcome unanswered)
    {
        if (call.LastTalk is not null) return CallOutcome.Answered;
        return call.Steps?.Exists(static step => step.End == StepEnd.Message) == true ? CallOutcome.Voicemail : unanswered;
    }

    private static void EndLeg(TurnScope turn, Call call, Leg leg, Ending ending)
    {
        var id = new LegId(call.Id, leg.Number);
        bool gone = ending.Gone?.Number == leg.Number;
        if (!gone && !ending.Silent) turn.Order(new EndLeg(id, ending.Reason, Said: ending.Said));
        turn.Emit(new LegEnded(id, gone ? ending.Gone!.Value.End : ending.OtherLegs, null, ending.OverSince, ending.Said));
    }

    private static Refused NoSuchCall(CallId call) => new(Refusal.NoSuchCall, $"Call {call} is not live.");

    private static Refused NoSuchLeg(LegId leg) => new(Refusal.NoSuchLeg, $"Leg {leg} is not live.");
}
