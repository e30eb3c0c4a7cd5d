using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Engine.Employees;
using CallCenter.Engine.Routing;

namespace CallCenter.Engine.Calls;

/// <summary>
/// Supervisors listen to conversations, whisper, join, take over. Each has a leg of his own, which ends with the conversation; the keys 4,
/// 5 and 6 on his phone step up and down.
/// </summary>
internal static class Supervising
{
    private const int RingSeconds = 30;

    /// <summary>Of one call.</summary>
    private const int Most = 5;

    public static CommandReply Handle(TurnScope turn, SuperviseCall command)
    {
        if (!turn.State.Calls.TryGetValue(command.Call, out var call)) return NoSuchCall(command.Call);
        if (Find(call, command.Supervisor) is { } known)
        {
            Change(turn, call, known, command.Mode);
            return Accepted.Instance;
        }
        if (!turn.State.Employees.TryGetValue(command.Supervisor, out var supervisor))
            return new Refused(Refusal.NoSuchEmployee, $"There is no employee {command.Supervisor}.");
        if (WhyNot(call, supervisor) is { } reason) return new Refused(Refusal.Invalid, reason);
        return Ring(turn, call, supervisor, command.Mode);
    }

    public static CommandReply Handle(TurnScope turn, EndSupervision command)
    {
        if (!turn.State.Calls.TryGetValue(command.Call, out var call)) return NoSuchCall(command.Call);
        if (Find(call, command.Supervisor) is not { } known) return NotListening(command.Call, command.Supervisor);
        End(turn, call, known.Leg, HangUpReason.Normal, LegEnd.Routing);
        return Accepted.Instance;
    }

    public static CommandReply Handle(TurnScope turn, TakeOverCall command)
    {
        if (!turn.State.Calls.TryGetValue(command.Call, out var call)) return NoSuchCall(command.Call);
        if (Find(call, command.Supervisor) is not { Leg: { AnsweredAt: not null } leg } || call.Talk is not { } talk)
            return NotListening(command.Call, command.Supervisor);
        // The caller's leg is the employee's, and no call goes on without it.
        if (call.Direction == CallDirection.Outgoing)
            return new Refused(Refusal.Invalid, $"Call {call.Id} was dialled by its employee: it cannot be taken from him.");
        TakeOver(turn, call, talk, leg);
        return Accepted.Instance;
    }

    public static CommandReply Handle(TurnScope turn, AskForHelp command)
    {
        if (!turn.State.Employees.TryGetValue(command.Employee, out var employee))
            return new Refused(Refusal.NoSuchEmployee, $"There is no employee {command.Employee}.");
        if (employee.State.Call is not { } id || !turn.State.Calls.TryGetValue(id, out var call) || call.Talk is null)
            return new Refused(Refusal.TooLate, $"{command.Employee} talks with nobody.");
        if (call.HelpSince is not null != command.IsWanted) turn.Emit(new HelpAsked(id, command.Employee, command.IsWanted));
        return Accepted.Instance;
    }

    /// <summary>A key on his phone.</summary>
    public static void OnKey(TurnScope turn, Call call, Supervision supervision, char key)
    {
        if (key is >= '4' and <= '6') Change(turn, call, supervision, (SupervisionMode)(key - '4'));
    }

    /// <summary>His phone was answered.</summary>
    public static CommandReply Answered(TurnScope turn, Call call, Supervision supervision, SipLegFacts facts)
    {
        var leg = new LegId(call.Id, supervision.Leg.Number);
        turn.Emit(new LegAnswered(leg, facts));
        if (call.HelpSince is not null && call.Talk?.Employee is { } helped) turn.Emit(new HelpAsked(call.Id, helped, IsWanted: false));
        turn.Order(Order(call, supervision));
        return Accepted.Instance;
    }

    /// <summary>His leg is over, whatever it was doing; the conversation goes on.</summary>
    public static void Gone(TurnScope turn, Call call, Leg leg, LegEnd end, int? status = null, string? said = null) =>
        turn.Emit(new LegEnded(new LegId(call.Id, leg.Number), end, status, Said: said));

    /// <summary>The conversation is over.</summary>
    public static void EndAll(TurnScope turn, Call call, HangUpReason reason)
    {
        if (call.Supervisions is not { } all) return;
        for (int i = 0; i < all.Count; i++)
        {
            if (all[i].Leg.IsLive) End(turn, call, all[i].Leg, reason, LegEnd.OtherSideHungUp);
        }
    }

    /// <summary>Phones that have rung long enough.</summary>
    public static void OnDeadline(TurnScope turn, Call call)
    {
        foreach (var supervision in call.Supervisions ?? [])
        {
            if (supervision.Leg.IsRinging && supervision.Leg.RingUntil <= turn.Now)
                End(turn, call, supervision.Leg, HangUpReason.RingTimeOver, LegEnd.NoAnswer);
        }
    }

    /// <summary>He leaves the project.</summary>
    public static void Dismiss(TurnScope turn, Employee employee)
    {
        if (employee.Supervises is not { } id || !turn.State.Calls.TryGetValue(id, out var call)) return;
        if (Find(call, employee.Id) is { } known) End(turn, call, known.Leg, HangUpReason.Normal, LegEnd.Routing);
    }

    /// <summary>The order to let him hear the conversation.</summary>
    public static Supervise Order(Call call, Supervision supervision)
    {
        var talk = call.Talk!;
        int employee = call.Direction == CallDirection.Outgoing ? talk.Leg : talk.OtherLeg;
        return new Supervise(call.Id, supervision.Leg.Number, supervision.Mode, employee);
    }

    private static string? WhyNot(Call call, Employee supervisor)
    {
        if (call.Talk is not { } talk) return $"Nobody talks on call {call.Id}.";
        if (!call.IsAnchored) return $"The audio of call {call.Id} does not go through us: supervision has to be on before a call arrives.";
        bool isHis = talk.Employee == supervisor.Id || call.Arrived.CallerEmployee == supervisor.Id;
        if (isHis || supervisor.IsBusy) return $"{supervisor.Id} is on a call himself.";
        return call.Supervisions?.Count(static one => one.Leg.IsLive) >= Most ? $"{Most} listen to call {call.Id} already." : null;
    }

    /// <summary>The first of his phones that can be rung.</summary>
    private static CommandReply Ring(TurnScope turn, Call call, Employee supervisor, SupervisionMode mode)
    {
        if (Array.Find(supervisor.Contacts, supervisor.CanRing) is not { } contact)
            return new Refused(Refusal.Invalid, $"{supervisor.Id} has no phone that can be rung.");
        var leg = new LegId(call.Id, call.LastLeg + 1);
        long until = turn.After(RingSeconds);
        var identity = contact.Fixed is null ? OutgoingIdentity.OfForwarded(turn.State, call, contact.Value, contact.Trunks) : default;
        string shown = contact.Fixed is null ? identity.Shown : call.Arrived.ClientNumber;
        turn.Emit(new LegStarted(
            leg, LegKind.Supervisor, supervisor.Id, null, contact.Value, identity.Trunk?.Id, shown, until, identity.Asserted));
        turn.Emit(new SupervisionChanged(leg, mode));
        turn.Order(contact.Fixed is { } target
            ? new RingLeg(leg, target, shown, call.Arrived.ClientName)
            : new RingLeg(leg, new RingTarget(null, null, contact.Value, identity.Trunk!.Id), shown, null, identity.Asserted));
        return Accepted.Instance;
    }

    private static void Change(TurnScope turn, Call call, Supervision supervision, SupervisionMode mode)
    {
        if (supervision.Mode == mode) return;
        turn.Emit(new SupervisionChanged(new LegId(call.Id, supervision.Leg.Number), mode));
        if (supervision.Leg.AnsweredAt is not null) turn.Order(Order(call, supervision));
    }

    /// <summary>1. The conversation ends, and with it the employee's leg. 2. Another begins. 3. Nobody else listens any more.</summary>
    private static void TakeOver(TurnScope turn, Call call, Conversation talk, Leg leg)
    {
        var state = turn.State;
        turn.Emit(new ConversationEnded(call.Id, talk.Number, EndedBy.System));
        turn.Order(new EndLeg(new LegId(call.Id, talk.OtherLeg), HangUpReason.Normal));
        turn.Emit(new LegEnded(new LegId(call.Id, talk.OtherLeg), LegEnd.TakenElsewhere, null));
        if (talk.Employee is { } id && state.Employees.TryGetValue(id, out var employee))
            Activities.EndTalk(turn, employee, call.Id, talk.Department);
        bool recorded = RecordingRules.Wants(turn, call, leg.Employee, talk.Department);
        turn.Emit(new ConversationBegan(call.Id, talk.Number + 1, talk.Leg, leg.Number, leg.Employee, talk.Department, 0, recorded));
        turn.Order(new Bridge(call.Id, talk.Leg, leg.Number));
        if (recorded) turn.Order(call.Talk!.ToRecording(call));
        if (leg.Employee is { } taker && state.Employees.TryGetValue(taker, out var supervisor))
            Activities.Talk(turn, supervisor, call.Id, talk.Department);
        EndAll(turn, call, HangUpReason.Normal);
    }

    private static void End(TurnScope turn, Call call, Leg leg, HangUpReason reason, LegEnd end)
    {
        turn.Order(new EndLeg(new LegId(call.Id, leg.Number), reason));
        Gone(turn, call, leg, end);
    }

    private static Supervision? Find(Call call, EmployeeId supervisor) =>
        call.Supervisions?.Find(one => one.Leg.IsLive && one.Leg.Employee == supervisor);

    private static Refused NoSuchCall(CallId call) => new(Refusal.NoSuchCall, $"Call {call} is not live.");

    private static Refused NotListening(CallId call, EmployeeId supervisor) =>
        new(Refusal.TooLate, $"{supervisor} does not listen to a conversation of call {call}.");
}
