using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Engine.Calls;
using CallCenter.Engine.Routing;

namespace CallCenter.Engine.Steps;

/// <summary>
/// A voice menu: a key, or an extension, leads on. A key that may begin an extension is taken when no other follows for a moment; # takes
/// what was dialled at once.
/// </summary>
internal sealed class Menu : IStep
{
    /// <summary>A digit of an extension follows within this time.</summary>
    private const int BetweenSeconds = 3;

    private const int MostKeys = 20;

    /// <summary>Who cannot hear it goes where those go who choose nothing.</summary>
    public static void Enter(TurnScope turn, Call call, string id)
    {
        if (call.IsAnchored && turn.State.Directory.Menu(id) is { } menu)
            CallSteps.Begin(turn, call, StepKind.Menu, menu: id, prompt: menu.Prompt);
        else LeaveUnheard(turn, call, id);
    }

    public IReadOnlyList<Prompt> Prompts(CallStep step)
    {
        var asked = StepPrompts.DialExtension.Or(step.Prompt);
        return step.Attempt == 1 ? [asked] : [step.IsWrong ? StepPrompts.InvalidChoice : StepPrompts.NoChoice, asked];
    }

    public void OnSpoken(TurnScope turn, Call call, CallStep step) =>
        CallSteps.Wait(turn, call, step, turn.State.Directory.Menu(step.Menu)?.WaitSeconds ?? 1);

    public void OnKey(TurnScope turn, Call call, CallStep step, char key)
    {
        if (step.IsSpoken && step.Keys.Length >= MostKeys) return;
        CallSteps.Take(turn, call, step, key, BetweenSeconds);
        if (turn.State.Directory.Menu(step.Menu) is not { } menu || IsComplete(turn.State, menu, step.Keys)) OnTime(turn, call, step);
    }

    /// <summary>Whatever was pressed by now is the choice.</summary>
    public void OnTime(TurnScope turn, Call call, CallStep step)
    {
        var menu = turn.State.Directory.Menu(step.Menu);
        if (menu is not null && KeyOf(menu, step.Keys) is { } key)
        {
            CallSteps.End(turn, call, step, StepEnd.Chosen);
            Destinations.Enter(turn, call, Rules.MenuKey, key.LeadsTo);
        }
        else if (menu is { Extensions: true } && turn.State.Directory.Extension(Dialled(step.Keys)) is { } owner)
        {
            CallSteps.End(turn, call, step, StepEnd.Chosen);
            Destinations.EnterExtension(turn, call, owner);
        }
        else if (step.Attempt < menu?.Attempts) CallSteps.Repeat(turn, call, step);
        else Leave(turn, call, step, menu);
    }

    /// <summary>Where the key leads that the caller pressed.</summary>
    public static MenuKey? KeyOf(MenuConfiguration menu, string keys)
    {
        foreach (var key in menu.Keys)
        {
            if (key.Key == keys) return key;
        }
        return null;
    }

    /// <summary>Nothing that could follow would change what is chosen.</summary>
    private static bool IsComplete(ProjectState state, MenuConfiguration menu, string keys)
    {
        if (keys is [.., '#']) return true;
        return !menu.Extensions || !state.Directory.BeginsExtension(keys);
    }

    private static string Dialled(string keys) => keys.TrimEnd('#');

    private static void Leave(TurnScope turn, Call call, CallStep step, MenuConfiguration? menu)
    {
        CallSteps.End(turn, call, step, StepEnd.NoChoice);
        if (menu?.Otherwise is { } otherwise) Destinations.Enter(turn, call, Rules.MenuOtherwise, otherwise);
        else CallSteps.Begin(turn, call, StepKind.Farewell);
    }

    private static void LeaveUnheard(TurnScope turn, Call call, string id)
    {
        if (turn.State.Directory.Menu(id)?.Otherwise is { } otherwise) Destinations.Enter(turn, call, Rules.MenuUnheard, otherwise);
        else Endings.ByRouting(turn, call, HangUpReason.NoAnswer);
    }
}
