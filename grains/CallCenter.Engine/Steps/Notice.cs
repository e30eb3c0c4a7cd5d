using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Engine.Calls;

namespace CallCenter.Engine.Steps;

/// <summary>Before anything else he is told that the conversation may be recorded; then the call goes where its number leads.</summary>
internal sealed class Notice : IStep
{
    /// <summary>Whether his conversation may come to be recorded.</summary>
    public static bool IsDue(ProjectState state, Call call, NumberConfiguration number) =>
        call.IsAnchored && RecordingRules.May(state, call.Direction, number, null);

    public IReadOnlyList<Prompt> Prompts(CallStep step) => [StepPrompts.Recorded];

    public void OnSpoken(TurnScope turn, Call call, CallStep step)
    {
        CallSteps.End(turn, call, step, StepEnd.Heard);
        Arrivals.Forward(turn, call);
    }

    public void OnKey(TurnScope turn, Call call, CallStep step, char key)
    {
    }

    public void OnTime(TurnScope turn, Call call, CallStep step) => OnSpoken(turn, call, step);
}
