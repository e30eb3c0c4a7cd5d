using CallCenter.Abstractions.Configuration.Drafts;

namespace CallCenter.Web.Settings.Drafts;

/// <summary>An island with one list of entries, each of which opens in a drawer beside it.</summary>
public abstract class EntriesIsland<T> : DraftIsland where T : class
{
    protected abstract EntryKind<T> Kind { get; }

    /// <summary>What is open; null when nothing is.</summary>
    protected EntryForm<T>? Form { get; set; }

    protected void Open(T entry)
    {
        Desk.At = new DraftPlace(Kind.Part, Kind.Key(entry));
        Form = EntryForms.Of(entry);
    }

    protected override void Show(DraftPlace place)
    {
        if (place.Part == Kind.Part && Kind.Find(Document, place.Key) is { } entry)
        {
            Open(entry);
        }
    }

    protected override async Task Restore()
    {
        Form = await Typed.Get<EntryForm<T>>(Kind.Part);
        StateHasChanged();
    }

    protected Task KeepTyped() => Typed.Set(Kind.Part, Form is { IsTyped: true } ? Form : null).AsTask();

    protected Task Close()
    {
        (Form, Desk.At) = (null, null);
        return KeepTyped();
    }

    /// <summary>The keys of entries that have an error.</summary>
    protected HashSet<string> Broken() => [.. FindingPlace.KeysOf(Kind.Part, Desk.Draft)];
}
