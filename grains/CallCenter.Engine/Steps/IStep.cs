using CallCenter.Abstractions.Calls;
using CallCenter.Engine.Calls;

namespace CallCenter.Engine.Steps;

/// <summary>What a kind of step does; what all have in common is in <see cref="CallSteps"/>.</summary>
internal interface IStep
{
    /// <summary>What is said at the attempt that it is at.</summary>
    IReadOnlyList<Prompt> Prompts(CallStep step);

    /// <summary>All was said.</summary>
    void OnSpoken(TurnScope turn, Call call, CallStep step);

    /// <summary>A key was pressed, also while something is said.</summary>
    void OnKey(TurnScope turn, Call call, CallStep step, char key);

    /// <summary>Nothing is said, and <see cref="CallStep.Until"/> has come.</summary>
    void OnTime(TurnScope turn, Call call, CallStep step);
}
