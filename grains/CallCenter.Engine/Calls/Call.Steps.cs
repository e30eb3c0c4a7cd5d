using CallCenter.Abstractions.Calls;
using CallCenter.Engine.Steps;

namespace CallCenter.Engine.Calls;

/// <content>What its caller goes through with us alone.</content>
internal sealed partial class Call
{
    /// <summary>What the caller went through with us alone, in order; null: nothing.</summary>
    public List<CallStep>? Steps => _extras?.Steps;
    /// <summary>What he goes through now; null: nothing.</summary>
    public CallStep? Step => Steps is [.., { EndedAt: null } open] ? open : null;
    /// <summary>The key that he pressed in the last menu that he left; empty where that was none of it.</summary>
    public string MenuKeys => LastMenu is { End: StepEnd.Chosen } step ? step.Keys : "";
    public CallStep? LastMenu => Steps?.FindLast(static step => step is { Kind: StepKind.Menu, EndedAt: not null });

    public void On(StepBegan e, long at)
    {
        var step = new CallStep
        {
            Number = e.Number,
            Kind = e.Kind,
            Menu = e.Menu,
            Department = e.Department,
            Employee = e.Employee,
            BeganAt = at,
            Prompt = e.Prompt,
            Before = Steps is [.., var before] ? before.End : null,
            Until = e.Until,
        };
        (Extras.Steps ??= new(1)).Add(step);
        // Whatever he heard before, he hears no longer.
        (HearsMusic, RingingShown) = (false, false);
        Line = null;
        SetStage(step.Stage, at);
    }

    public void On(StepSpoken e, long at)
    {
        var step = Step!;
        (step.SpokenAt, step.Until) = (at, e.Until);
    }

    public void On(KeyTaken e, long at)
    {
        var step = Step!;
        step.SpokenAt ??= at;
        (step.Keys, step.Until) = (step.Keys + e.Key, e.Until);
    }

    public void On(StepRepeated e)
    {
        var step = Step!;
        (step.Attempt, step.IsWrong, step.SpokenAt, step.Keys, step.Until) = (e.Attempt, e.IsWrong, null, "", e.Until);
    }

    public void On(StepEnded e, long at)
    {
        var step = Step!;
        (step.EndedAt, step.End) = (at, e.End);
        // As after a wait in a queue: whatever leads back here is no tight loop.
        if (at - step.BeganAt >= 1000) Route = Route with { Steps = 0 };
        Line = null;
        SetStage(CallStage.Arriving, at);
    }
}
