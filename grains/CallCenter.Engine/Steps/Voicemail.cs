using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Engine.Calls;
using CallCenter.Engine.Routing;

namespace CallCenter.Engine.Steps;

/// <summary>The caller is asked for a message, and leaves it: a key, silence or the longest time end it, or he hangs up.</summary>
internal sealed class Voicemail : IStep
{
    /// <summary>What is shorter is a click or a sigh.</summary>
    private const int ShortestMs = 2_000;

    /// <param name="mailbox">Whose.</param>
    public static void Enter(TurnScope turn, Call call, MailboxDestination mailbox)
    {
        if (!call.IsAnchored)
        {
            Destinations.Continue(turn, call, HangUpReason.NoAnswer);
            return;
        }
        CallSteps.Begin(
            turn, call, StepKind.Voicemail, department: mailbox.Department is { } department ? new DepartmentId(department) : null,
            employee: mailbox.Employee is { } employee ? new EmployeeId(employee) : null, prompt: mailbox.Prompt);
    }

    /// <summary>There would be a message if it ended now.</summary>
    public static bool HasMessage(CallStep step, long now) =>
        step is { Kind: StepKind.Voicemail, SpokenAt: { } since } && now - since >= ShortestMs;

    /// <summary>The order to record the message that he leaves.</summary>
    public static RecordMessage Order(Call call, CallStep step) => new(call.Id, step.Number, step.SpokenAt!.Value);

    public IReadOnlyList<Prompt> Prompts(CallStep step) =>
        [StepPrompts.LeaveMessage.Or(step.Prompt), StepPrompts.Tone];

    public void OnSpoken(TurnScope turn, Call call, CallStep step)
    {
        CallSteps.Wait(turn, call, step, turn.State.Document.Voicemail.MaxSeconds);
        turn.Order(Order(call, step));
    }

    /// <summary>Whoever knows the greeting speaks at once; then any key ends the message.</summary>
    public void OnKey(TurnScope turn, Call call, CallStep step, char key)
    {
        if (step.IsSpoken)
        {
            OnTime(turn, call, step);
            return;
        }
        turn.Order(new StopSpeaking(call.Id));
        OnSpoken(turn, call, step);
    }

    public void OnTime(TurnScope turn, Call call, CallStep step)
    {
        turn.Order(new EndMessage(call.Id));
        CallSteps.End(turn, call, step, HasMessage(step, turn.Now) ? StepEnd.Message : StepEnd.NoMessage);
        CallSteps.Begin(turn, call, StepKind.Farewell);
    }
}
