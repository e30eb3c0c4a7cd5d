using CallCenter.Abstractions.Calls;
using CallCenter.Engine.Calls;

namespace CallCenter.Engine.Steps;

/// <summary>The employee has hung up, and the caller rates the conversation by a key, 1 to 5; any other one leaves it at that.</summary>
internal sealed class Rating : IStep
{
    private const int WaitSeconds = 6;

    /// <summary>Whether the caller of a conversation that the employee ends now is to be asked.</summary>
    public static bool IsAsked(ProjectState state, Call call) =>
        call is { IsAnchored: true, Direction: CallDirection.Incoming, Talk: { Employee: not null, Department: { } id } }
        && state.Departments.TryGetValue(id, out var department) && department.Configuration.Rating;

    public IReadOnlyList<Prompt> Prompts(CallStep step) => [StepPrompts.Rate];

    public void OnSpoken(TurnScope turn, Call call, CallStep step) => CallSteps.Wait(turn, call, step, WaitSeconds);

    public void OnKey(TurnScope turn, Call call, CallStep step, char key)
    {
        CallSteps.Take(turn, call, step, key, WaitSeconds);
        CallSteps.End(turn, call, step, key is >= '1' and <= '5' ? StepEnd.Chosen : StepEnd.NoChoice);
        CallSteps.Begin(turn, call, StepKind.Farewell);
    }

    public void OnTime(TurnScope turn, Call call, CallStep step)
    {
        CallSteps.End(turn, call, step, StepEnd.NoChoice);
        CallSteps.Begin(turn, call, StepKind.Farewell);
    }
}
