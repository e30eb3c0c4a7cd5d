using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.People;
using CallCenter.Grains.People;
using CallCenter.Grains.Placement;

namespace CallCenter.Grains;

/// <summary>What one person has put aside for himself, and where he is signed in.</summary>
[ProjectPlacement]
public sealed class PersonGrain([PersistentState("person", GrainStateNames.Storage)] IPersistentState<KeptPerson> kept)
    : Grain, IPersonGrain
{
    private KeptPerson State => kept.State;

    public ValueTask<SavedView[]> Views() => ValueTask.FromResult<SavedView[]>([.. State.Views.Select(static view => view.ToView())]);

    public async ValueTask<bool> SaveView(SavedView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        List<KeptView> others = [.. State.Views.Where(one => !one.Is(view.Page, view.Name))];
        if (others.Count >= SavedView.Most) return false;
        others.Add(KeptView.Of(view));
        await Keep([.. others.OrderBy(static one => one.Name, StringComparer.OrdinalIgnoreCase)], State.SignIns);
        return true;
    }

    public async ValueTask RemoveView(string page, string name) =>
        await Keep([.. State.Views.Where(one => !one.Is(page, name))], State.SignIns);

    public ValueTask<KnownSignIn[]> SignIns() =>
        ValueTask.FromResult<KnownSignIn[]>([.. State.SignIns.Select(static one => one.ToSignIn())]);

    public async ValueTask NoteSignIn(KnownSignIn signIn)
    {
        ArgumentNullException.ThrowIfNull(signIn);
        var known = State.SignIns.FirstOrDefault(one => one.Id == signIn.Id);
        var now = KeptSignIn.Of(known is null ? signIn : signIn with { At = known.At });
        await Keep(State.Views, [.. State.SignIns.Where(one => one != known).Prepend(now).Take(KnownSignIn.Most)]);
    }

    // What could not be kept must not be there until the grain goes.
    private async Task Keep(List<KeptView> views, List<KeptSignIn> signIns)
    {
        var before = (State.Views, State.SignIns);
        (State.Views, State.SignIns) = (views, signIns);
        try
        {
            await kept.WriteStateAsync();
        }
        catch (OrleansException)
        {
            (State.Views, State.SignIns) = before;
            throw;
        }
    }
}
