using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Configuration.Drafts;
using CallCenter.Web.Cluster;
using CallCenter.Web.Work;
using Microsoft.AspNetCore.Components;

namespace CallCenter.Web.Settings.Drafts;

/// <summary>
/// The drawer of one entry: saves what was typed into the draft, shows what somebody else changed meanwhile and the errors beside their
/// fields, and removes. What was saved with errors stays open.
/// </summary>
public abstract class EntryDrawerBase<T, TForm> : PartBase where T : class where TForm : TypedForm<T>
{
    [Parameter, EditorRequired]
    public required TForm Form { get; set; }

    [Parameter, EditorRequired]
    public required DraftDesk Desk { get; set; }

    /// <summary>Something was typed, or is saved now.</summary>
    [Parameter]
    public EventCallback OnTyped { get; set; }

    [Parameter]
    public EventCallback OnClose { get; set; }

    [Inject]
    protected IGrainFactory Grains { get; set; } = null!;

    [Inject]
    private Notices Said { get; set; } = null!;

    protected abstract EntryKind<T> Kind { get; }

    protected ProjectConfiguration Document => Desk.Draft.Document;

    protected DraftConflict? Conflict { get; private set; }

    protected string? Problem { get; private set; }

    /// <summary>What removing it does, once that was asked; null before.</summary>
    protected IReadOnlyList<string>? Consequences { get; set; }

    protected EventCallback Removal => Form.Seen is null ? default : EventCallback.Factory.Create(this, AskRemoval);

    /// <summary>What the validator says of the entry as it stands in the draft; of what is typed and not saved it knows nothing.</summary>
    protected IReadOnlyList<ConfigurationError> Findings
    {
        get
        {
            var at = Form.Seen is { } seen ? Kind.List(Document).ToList().FindIndex(entry => Kind.Key(entry) == Kind.Key(seen)) : -1;
            return at < 0 ? [] : Desk.FindingsOf(Kind.Part, at);
        }
    }

    /// <summary>The entry to be saved, and all edits that belong to it; asked again when others changed what it touches.</summary>
    protected abstract ValueTask<(T Entry, DraftEdit[] Edits)> Edits();

    /// <summary>The form begins anew with the entry as it is.</summary>
    protected abstract void Take(T entry);

    /// <summary>What leads to it and what happens to calls, in sentences.</summary>
    protected abstract ValueTask<IReadOnlyList<string>> ConsequencesOf(T removed);

    /// <summary>What goes with an entry that is removed.</summary>
    protected virtual IEnumerable<DraftEdit> EditsWith(T removed) => [];

    /// <summary>Whether the drawer stays open although all is well.</summary>
    protected virtual bool HasMoreToShow => false;

    /// <summary>The error beside a field: the first of these paths that has one.</summary>
    protected string? Of(params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            if (Findings.FirstOrDefault(finding => finding.Path == path) is { } finding)
            {
                return FindingSentence.Of(finding, Language, Document);
            }
        }

        return null;
    }

    /// <summary>The first error of a field or within it.</summary>
    protected string? Within(string path) =>
        Findings.FirstOrDefault(finding => FindingPlace.IsWithin(finding.Path, path)) is { } found
            ? FindingSentence.Of(found, Language, Document) : null;

    protected Task Set(Action set)
    {
        set();
        Form.IsTyped = true;
        return OnTyped.InvokeAsync();
    }

    protected async Task Save()
    {
        (Problem, Conflict) = (null, null);
        try
        {
            var (entry, edits) = await Edits();
            var conflicts = await Desk.Save(edits);
            if (conflicts.Count > 0 && conflicts.All(conflict => conflict.Part != Kind.Part || conflict.Key != Kind.Key(entry)))
            {
                // Only what goes along with it was just changed by a colleague: it goes along with that as it is now.
                (entry, edits) = await Edits();
                conflicts = await Desk.Save(edits);
            }

            Conflict = conflicts.Count > 0 ? conflicts[0] : null;
            if (Conflict is not null)
            {
                return;
            }

            Form.Seen = entry;
            Form.IsTyped = false;
            await OnTyped.InvokeAsync();
            Said.Say(T(DraftTexts.Saved));
            if (!HasMoreToShow && !Findings.Any(finding => !finding.IsWarning))
            {
                await OnClose.InvokeAsync();
            }
        }
        catch (Exception failure) when (SilosAway.Caused(failure))
        {
            Problem = T(DraftTexts.Away);
        }
    }

    /// <summary>Saves what was typed over what somebody else saved.</summary>
    protected Task SaveMine()
    {
        Form.Seen = Form.Seen is { } seen ? Kind.Find(Document, Kind.Key(seen)) : null;
        return Save();
    }

    /// <summary>Drops what was typed for what somebody else saved.</summary>
    protected async Task TakeTheirs()
    {
        (Conflict, Form.IsTyped) = (null, false);
        if (Form.Seen is { } seen && Kind.Find(Document, Kind.Key(seen)) is { } theirs)
        {
            Form.Seen = theirs;
            Take(theirs);
            await OnTyped.InvokeAsync();
        }
        else
        {
            await OnClose.InvokeAsync();
        }
    }

    protected async Task Remove()
    {
        var removed = Form.Seen!;
        Consequences = null;
        DraftEdit[] edits = [Kind.Edit(removed, null), .. EditsWith(removed)];
        var conflicts = await Desk.Save(edits);
        Conflict = conflicts.Count > 0 ? conflicts[0] : null;
        if (Conflict is not null)
        {
            return;
        }

        Form.IsTyped = false;
        Said.Say(T(DraftTexts.Removed, Kind.Name(removed)), () => TakeBack(edits, Kind.Name(removed)));
        await OnClose.InvokeAsync();
    }

    /// <summary>The sentence about what leads to an entry.</summary>
    protected string Leading(IReadOnlyList<string> names) =>
        names.Count > 0 ? T(DraftTexts.LedTo, string.Join(", ", names)) : T(DraftTexts.NothingLeads);

    // The drawer is closed by then; its page is there.
    private async Task TakeBack(DraftEdit[] edits, string name)
    {
        try
        {
            var conflicts = await Desk.Save([.. edits.Select(edit => edit.Reversed())]);
            Said.Say(T(conflicts.Count == 0 ? DraftTexts.TakenBack : DraftTexts.NotTakenBack, name));
        }
        catch (Exception failure) when (SilosAway.Caused(failure))
        {
            Said.Say(T(DraftTexts.Away));
        }
    }

    private async Task AskRemoval() => Consequences = await ConsequencesOf(Form.Seen!);
}
