using CallCenter.Abstractions.People;
using CallCenter.Web.Cluster;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Views;

/// <summary>The views that whoever looks has saved. They lie in the database: a page that can do without does not wait for it.</summary>
public sealed class SavedViews(PersonLookUp people)
{
    /// <summary>Those that have views: the word is the path.</summary>
    private static readonly string[] Pages = ["board"];

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    /// <summary>Null when they cannot be read right now.</summary>
    public async ValueTask<IReadOnlyList<SavedView>?> Of(Viewer viewer, string page)
    {
        if (people.Of(viewer) is not { } person) return null;
        try
        {
            var all = await person.Views().AsTask().WaitAsync(Patience);
            return [.. all.Where(view => view.Page == page)];
        }
        catch (Exception failure) when (SilosAway.Caused(failure))
        {
            return null;
        }
    }

    public async ValueTask<SaveOutcome> Save(Viewer viewer, SavedView view)
    {
        if (view.Name.Length is 0 or > SavedView.LongestName) return SaveOutcome.NoName;
        if (!Pages.Contains(view.Page) || view.Query.Length > SavedView.LongestQuery || view.Query is not ("" or ['?', ..]))
            throw new BadHttpRequestException("There is no such page with views, or its query is none.");
        if (people.Of(viewer) is not { } person) return SaveOutcome.Away;
        try
        {
            return await person.SaveView(view) ? SaveOutcome.Saved : SaveOutcome.TooMany;
        }
        catch (Exception failure) when (SilosAway.Caused(failure))
        {
            return SaveOutcome.Away;
        }
    }

    public async ValueTask<SaveOutcome> Remove(Viewer viewer, string page, string name)
    {
        if (people.Of(viewer) is not { } person) return SaveOutcome.Away;
        try
        {
            await person.RemoveView(page, name);
            return SaveOutcome.Saved;
        }
        catch (Exception failure) when (SilosAway.Caused(failure))
        {
            return SaveOutcome.Away;
        }
    }
}

/// <summary>What came of saving a view.</summary>
public enum SaveOutcome { Saved, NoName, TooMany, Away }
