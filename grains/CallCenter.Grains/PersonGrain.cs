using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Views;
using CallCenter.Grains.Placement;
using CallCenter.Grains.Views;

namespace CallCenter.Grains;

/// <summary>What one person has put aside for himself.</summary>
[ProjectPlacement]
public sealed class PersonGrain([PersistentState("views", GrainStateNames.Storage)] IPersistentState<KeptViews> kept) : Grain, IPersonGrain
{
    private List<KeptView> Views => kept.State.Views;

    ValueTask<SavedView[]> IPersonGrain.Views() =>
        ValueTask.FromResult<SavedView[]>([.. Views.Select(static view => view.ToView())]);

    public async ValueTask<bool> SaveView(SavedView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        List<KeptView> others = [.. Views.Where(one => !one.Is(view.Page, view.Name))];
        if (others.Count >= SavedView.Most) return false;
        await Keep([.. others.Append(KeptView.Of(view)).OrderBy(static one => one.Name, StringComparer.OrdinalIgnoreCase)]);
        return true;
    }

    public async ValueTask RemoveView(string page, string name) => await Keep([.. Views.Where(one => !one.Is(page, name))]);

    // What could not be kept must not be there until the grain goes.
    private async Task Keep(List<KeptView> views)
    {
        var before = Views;
        kept.State.Views = views;
        try
        {
            await kept.WriteStateAsync();
        }
        catch (OrleansException)
        {
            kept.State.Views = before;
            throw;
        }
    }
}
