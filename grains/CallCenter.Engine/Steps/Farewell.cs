using CallCenter.Abstractions.Calls;
using CallCenter.Engine.Calls;

namespace CallCenter.Engine.Steps;

/// <summary>The last words, by what the step before came to; then we hang up.</summary>
internal sealed class Farewell : IStep
{
    public IReadOnlyList<Prompt> Prompts(CallStep step) => step.Before switch
    {
        StepEnd.Message => [StepPrompts.MessageSaved, StepPrompts.Goodbye],
        StepEnd.NoMessage => [StepPrompts.MessageEmpty, StepPrompts.Goodbye],
        StepEnd.Chosen => [StepPrompts.RateThanks, StepPrompts.Goodbye],
        _ => [StepPrompts.Goodbye],
    };

    public void OnSpoken(TurnScope turn, Call call, CallStep step)
    {
        CallSteps.End(turn, call, step, StepEnd.Heard);
        Endings.AfterSteps(turn, call);
    }

    public void OnKey(TurnScope turn, Call call, CallStep step, char key)
    {
    }

    public void OnTime(TurnScope turn, Call call, CallStep step) => OnSpoken(turn, call, step);
}
