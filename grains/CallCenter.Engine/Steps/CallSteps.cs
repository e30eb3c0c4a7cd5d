using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Engine.Calls;

namespace CallCenter.Engine.Steps;

/// <summary>
/// A caller with us alone, from <see cref="StepBegan"/> to <see cref="StepEnded"/>: what is said, what he presses, what time ends. Who
/// says it tells when it is over; that he never does is a deadline, too.
/// </summary>
internal static class CallSteps
{
    /// <summary>A call that goes through more is taken for a loop.</summary>
    private const int Most = 100;

    /// <summary>Nothing that is said is longer.</summary>
    private const int LongestPromptSeconds = 300;

    private static readonly IStep[] Kinds = [new Notice(), new Menu(), new Voicemail(), new Rating(), new Farewell()];

    private static IStep Of(StepKind kind) => Kinds[(int)kind];

    /// <summary>He is answered, if he was not, and hears what the step has to say.</summary>
    public static void Begin(
        TurnScope turn, Call call, StepKind kind, string? menu = null, DepartmentId? department = null, EmployeeId? employee = null,
        string? prompt = null)
    {
        int number = (call.Steps?.Count ?? 0) + 1;
        if (number > Most)
        {
            Endings.ByRouting(turn, call, HangUpReason.LoopDetected);
            return;
        }
        if (call.Caller.AnsweredAt is null)
        {
            turn.Emit(new CallerAnswered(call.Id, 0));
            turn.Order(new AnswerCaller(call.Id));
        }
        turn.Emit(new StepBegan(call.Id, number, kind, menu, department, employee, prompt, turn.After(LongestPromptSeconds)));
        turn.Order(Said(call, call.Step!));
    }

    /// <summary>He is asked once more.</summary>
    public static void Repeat(TurnScope turn, Call call, CallStep step)
    {
        turn.Emit(new StepRepeated(call.Id, step.Number, step.Attempt + 1, step.Keys.Length > 0, turn.After(LongestPromptSeconds)));
        turn.Order(Said(call, step));
    }

    /// <summary>Keys are waited for, or the message begins.</summary>
    public static void Wait(TurnScope turn, Call call, CallStep step, int seconds) =>
        turn.Emit(new StepSpoken(call.Id, step.Number, turn.After(seconds)));

    /// <summary>The step takes a key; whatever is being said is cut short.</summary>
    public static void Take(TurnScope turn, Call call, CallStep step, char key, int seconds)
    {
        if (!step.IsSpoken) turn.Order(new StopSpeaking(call.Id));
        turn.Emit(new KeyTaken(call.Id, step.Number, key, turn.After(seconds)));
    }

    public static void End(TurnScope turn, Call call, CallStep step, StepEnd end) =>
        turn.Emit(new StepEnded(call.Id, step.Number, end, step.Keys));

    /// <summary>The call ends, whatever he was doing.</summary>
    public static void Close(TurnScope turn, Call call)
    {
        if (call.Step is not { } step) return;
        End(turn, call, step, Voicemail.HasMessage(step, turn.Now) ? StepEnd.Message : StepEnd.CallEnded);
    }

    public static CommandReply Handle(TurnScope turn, ReportKey command)
    {
        if (!turn.State.Calls.TryGetValue(command.Leg.Call, out var call)) return NoSuchCall(command.Leg.Call);
        if (command.Leg.IsCaller && call.Step is { } step) Of(step.Kind).OnKey(turn, call, step, command.Key);
        else if (call.FindSupervision(command.Leg.Number) is { Leg: { IsLive: true, AnsweredAt: not null } } supervision)
            Supervising.OnKey(turn, call, supervision, command.Key);
        return Accepted.Instance;
    }

    public static CommandReply Handle(TurnScope turn, ReportSpoken command)
    {
        if (!turn.State.Calls.TryGetValue(command.Call, out var call)) return NoSuchCall(command.Call);
        if (call.Step is not { IsSpoken: false } step || step.Number != command.Step || step.Attempt != command.Attempt)
            return new Refused(Refusal.TooLate, $"Step {command.Step} of call {call.Id} does not say that any more.");
        Of(step.Kind).OnSpoken(turn, call, step);
        return Accepted.Instance;
    }

    public static CommandReply Handle(TurnScope turn, ReportMessageOver command)
    {
        if (!turn.State.Calls.TryGetValue(command.Call, out var call)) return NoSuchCall(command.Call);
        if (call.Step is not { Kind: StepKind.Voicemail, IsSpoken: true } step || step.Number != command.Step)
            return new Refused(Refusal.TooLate, $"Step {command.Step} of call {call.Id} takes no message any more.");
        Of(step.Kind).OnTime(turn, call, step);
        return Accepted.Instance;
    }

    public static void OnDeadline(TurnScope turn, Call call)
    {
        var step = call.Step!;
        if (step.IsSpoken)
        {
            Of(step.Kind).OnTime(turn, call, step);
            return;
        }
        turn.Order(new StopSpeaking(call.Id));
        Of(step.Kind).OnSpoken(turn, call, step);
    }

    /// <summary>The order to say what is being said.</summary>
    public static Speak Said(Call call, CallStep step) => new(call.Id, step.Number, step.Attempt, Of(step.Kind).Prompts(step));

    private static Refused NoSuchCall(CallId call) => new(Refusal.NoSuchCall, $"Call {call} is not live.");
}
