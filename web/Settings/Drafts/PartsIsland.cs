using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Configuration.Drafts;
using CallCenter.Web.Cluster;
using CallCenter.Web.Work;
using Microsoft.AspNetCore.Components;

namespace CallCenter.Web.Settings.Drafts;

/// <summary>
/// An island that edits parts of the document as a whole, all of them in one form. While nothing is typed it shows what others save.
/// </summary>
public abstract class PartsIsland : DraftIsland
{
    private static readonly ProjectConfiguration Nothing = new();

    protected EntryForm<ProjectConfiguration> Form { get; private set; } = EntryForms.Of(Nothing);

    protected DraftConflict? Conflict { get; private set; }

    protected string? Problem { get; private set; }

    [Inject]
    private Notices Said { get; set; } = null!;

    /// <summary>What this page edits.</summary>
    protected abstract IReadOnlyList<DocumentPart> Parts { get; }

    protected ProjectConfiguration Now => Form.Now;

    private string Name => GetType().Name;

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        Form = EntryForms.Of(Own(Document));
    }

    protected override void Renew()
    {
        if (!Form.IsTyped)
        {
            Form = EntryForms.Of(Own(Document));
        }
    }

    protected override async Task Restore()
    {
        if (await Typed.Get<EntryForm<ProjectConfiguration>>(Name) is { } typed)
        {
            Form = typed;
            StateHasChanged();
        }
    }

    protected async Task Change(Func<ProjectConfiguration, ProjectConfiguration> change)
    {
        Form.Now = change(Form.Now);
        Form.IsTyped = true;
        await Typed.Set(Name, Form);
    }

    protected Task Save() => Save(Form.Seen!);

    /// <summary>Saves what was typed over what somebody else saved, and nothing that was not typed.</summary>
    protected Task SaveMine() => Save(Own(Document));

    /// <summary>What was typed is saved or dropped.</summary>
    protected virtual void Began()
    {
    }

    /// <summary>Drops what was typed.</summary>
    protected async Task Begin()
    {
        Conflict = null;
        Began();
        Form = EntryForms.Of(Own(Document));
        await Typed.Set<EntryForm<ProjectConfiguration>>(Name, null);
    }

    /// <summary>The error beside a field, by its path within the document.</summary>
    protected string? Of(string path) =>
        Desk.Draft.Findings.FirstOrDefault(finding => FindingPlace.IsWithin(finding.Path, $"$.{path}")) is { } found
            ? FindingSentence.Of(found, Language, Document) : null;

    private async Task Save(ProjectConfiguration over)
    {
        (Problem, Conflict) = (null, null);
        try
        {
            var typed = Parts.Where(part => part.Edit(Form.Seen!, Form.Now) is not null);
            DraftEdit[] edits = [.. typed.Select(part => part.Edit(over, Form.Now)).OfType<DraftEdit>()];
            var conflicts = edits.Length > 0 ? await Desk.Save(edits) : [];
            Conflict = conflicts.Count > 0 ? conflicts[0] : null;
            if (Conflict is null)
            {
                await Begin();
                Said.Say(T(DraftTexts.Saved));
            }
        }
        catch (Exception failure) when (SilosAway.Caused(failure))
        {
            Problem = T(DraftTexts.Away);
        }
    }

    // Without the lists that have pages of their own: the browser keeps what is typed.
    private static ProjectConfiguration Own(ProjectConfiguration document) =>
        document with
        {
            Employees = [],
            Departments = [],
            SipAccounts = [],
            Trunks = [],
            Numbers = [],
            Prompts = [],
            Menus = [],
        };
}
