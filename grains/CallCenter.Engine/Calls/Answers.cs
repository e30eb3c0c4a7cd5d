using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Engine.Departments;
using CallCenter.Engine.Employees;
using CallCenter.Engine.Routing;
using CallCenter.Engine.Steps;

namespace CallCenter.Engine.Calls;

/// <summary>What becomes of the legs that ring: they alert, answer, fail, or ring too long.</summary>
internal static class Answers
{
    public static CommandReply Handle(TurnScope turn, ReportRinging command)
    {
        if (FindRinging(turn, command.Leg, out var call) is not { } leg) return NoSuchLeg(command.Leg);
        if (leg.RangAt is not null) return Accepted.Instance;
        if (leg.Kind != LegKind.Supervisor && !call.RingingShown) turn.Order(new ShowRinging(call.Id));
        turn.Emit(new LegRang(command.Leg));
        return Accepted.Instance;
    }

    /// <summary>
    /// 1. The first answer wins: the caller is answered with it, and both talk. 2. The call leaves the queue. 3. The legs are connected.
    /// 4. All other legs end and free their employees.
    /// </summary>
    public static CommandReply Handle(TurnScope turn, ReportAnswered command)
    {
        if (FindRinging(turn, command.Leg, out var call) is not { } leg)
        {
            return command.Leg.Call.Value > turn.State.LastCall
                ? NoSuchLeg(command.Leg)
                : new Refused(Refusal.TooLate, $"Leg {command.Leg} answered after the call was taken or over.");
        }
        if (call.FindSupervision(leg.Number) is { } supervision) return Supervising.Answered(turn, call, supervision, command.Facts);
        turn.Emit(new LegAnswered(command.Leg, command.Facts));
        long waitedSince = call.Visit?.EnteredAt ?? call.ArrivedAt;
        var taker = call.Direction == CallDirection.Outgoing ? call.Arrived.CallerEmployee : leg.Employee;
        if (call.Caller.AnsweredAt is null) turn.Emit(new CallerAnswered(call.Id, call.IsAnchored ? 0 : leg.Number));
        int number = (call.LastTalk?.Number ?? 0) + 1;
        bool recorded = RecordingRules.Wants(turn, call, taker, leg.Department);
        turn.Emit(new ConversationBegan(call.Id, number, 0, leg.Number, taker, leg.Department, turn.Now - waitedSince, recorded));
        Queueing.Leave(turn, call, QueueExit.Answered);
        turn.Order(new Bridge(call.Id, 0, leg.Number));
        if (recorded) turn.Order(call.Talk!.ToRecording(call));
        if (leg is { Kind: LegKind.Employee, Employee: { } id } && turn.State.Employees.TryGetValue(id, out var employee))
            Activities.Talk(turn, employee, call.Id, leg.Department);
        Ringing.Stop(turn, call, HangUpReason.TakenElsewhere, LegEnd.TakenElsewhere);
        return Accepted.Instance;
    }

    public static CommandReply Handle(TurnScope turn, ReportFailed command)
    {
        if (FindRinging(turn, command.Leg, out var call) is not { } leg) return NoSuchLeg(command.Leg);
        Fail(turn, call, leg, command.SipStatus, command.Said, command.RedirectTo);
        return Accepted.Instance;
    }

    public static void Fail(TurnScope turn, Call call, Leg leg, int? status, string? said = null, string? redirectTo = null)
    {
        if (leg.Kind == LegKind.Supervisor)
        {
            Supervising.Gone(turn, call, leg, SipOutcomes.EndOf(status), status, said);
            return;
        }
        turn.Emit(new LegEnded(new LegId(call.Id, leg.Number), SipOutcomes.EndOf(status), status, Said: said));
        if (NextTrunk.TryRing(turn, call, leg, status) || Redirects.TryFollow(turn, call, leg, status, redirectTo)) return;
        if (leg is { Kind: LegKind.Employee, Employee: { } employee })
        {
            if (SipOutcomes.IsGlobal(status)) StopEmployee(turn, call, employee);
            if (!call.Rings(employee)) Misses.Count(turn, call, leg);
        }
        GoOn(turn, call, leg);
    }

    /// <summary>Stops ringing an employee who is taken out of the project; he has not missed the call.</summary>
    public static void Withdraw(TurnScope turn, Call call, EmployeeId id)
    {
        StopEmployee(turn, call, id);
        if (turn.State.Employees.TryGetValue(id, out var employee)) Activities.EndRing(turn, employee, call.Id);
        if (!call.IsServed) Destinations.Continue(turn, call, HangUpReason.NoAnswer);
    }

    /// <summary>
    /// The legs that have rung long enough, but not of calls whose longest wait or whose caller's own time is over as well: that ends the
    /// ring, and nobody missed it.
    /// </summary>
    public static IReadOnlyList<LegId> RungLongEnough(ProjectState state, long now)
    {
        List<object> due = [];
        List<LegId> legs = [];
        state.Deadlines.AddDue(now, due);
        foreach (var owner in due)
        {
            if (owner is not Call call || call.Visit?.LeaveAt <= now || call.ExpiresAt <= now) continue;
            foreach (var leg in call.Legs)
            {
                if (leg.IsRinging && leg.RingUntil <= now) legs.Add(new LegId(call.Id, leg.Number));
            }
        }
        legs.Sort(static (one, other) => (one.Call.Value, one.Number).CompareTo((other.Call.Value, other.Number)));
        return legs;
    }

    /// <summary>Legs have rung long enough.</summary>
    public static void TimeOutLegs(TurnScope turn, Call call)
    {
        Leg? last = null;
        for (int i = 0; i < call.Legs.Count; i++)
        {
            var leg = call.Legs[i];
            if (!leg.IsRinging || leg.RingUntil > turn.Now) continue;
            last = leg;
            Ringing.EndLeg(turn, call, leg, HangUpReason.RingTimeOver, LegEnd.NoAnswer);
            if (leg is { Kind: LegKind.Employee, Employee: { } employee } && !call.Rings(employee)) Misses.Count(turn, call, leg);
        }
        if (last is not null) GoOn(turn, call, last);
    }

    /// <summary>
    /// A deadline of the call has come: first the caller's own, then the longest wait, because each ends the rings as well; then the rings,
    /// and last what he is told while he waits.
    /// </summary>
    public static void OnDeadline(TurnScope turn, Call call)
    {
        if (call.ExpiresAt <= turn.Now) Endings.Expire(turn, call);
        else if (call.Visit?.LeaveAt <= turn.Now) Queueing.FlowOut(turn, call, QueueExit.TimeOut);
        else if (call.RingDue <= turn.Now) TimeOutLegs(turn, call);
        else if (call.Step?.Until <= turn.Now) CallSteps.OnDeadline(turn, call);
        else if (call.Talk is not null) Supervising.OnDeadline(turn, call);
        else if (call.Visit?.AnnounceAt <= turn.Now) Waits.Announce(turn, call);
    }

    /// <summary>In a queue the call waits on and is rung for when the turn settles; else the next destination is tried.</summary>
    private static void GoOn(TurnScope turn, Call call, Leg last)
    {
        if (call is { RingingLegs: 0, Talk: null, Visit: not null }) turn.Returned.Add(call);
        if (call.IsServed) return;
        var telling = SipOutcomes.Telling(call, last);
        Destinations.Continue(turn, call, SipOutcomes.ReasonOf(telling), telling);
    }

    private static void StopEmployee(TurnScope turn, Call call, EmployeeId employee)
    {
        for (int i = 0; i < call.Legs.Count; i++)
        {
            var leg = call.Legs[i];
            if (leg.IsRinging && leg.Kind == LegKind.Employee && leg.Employee == employee)
                Ringing.EndLeg(turn, call, leg, HangUpReason.Normal, LegEnd.Routing);
        }
    }

    private static Leg? FindRinging(TurnScope turn, LegId id, out Call call)
    {
        call = turn.State.Calls.GetValueOrDefault(id.Call)!;
        return call?.FindLeg(id.Number) is { IsRinging: true } leg ? leg : null;
    }

    private static Refused NoSuchLeg(LegId leg) => new(Refusal.NoSuchLeg, $"Leg {leg} does not ring (any more).");
}
