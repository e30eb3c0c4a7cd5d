using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Configuration.Drafts;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Mail;
using CallCenter.Abstractions.Ports;
using CallCenter.Abstractions.Routing;
using CallCenter.Grains.Placement;
using Orleans.Concurrency;

namespace CallCenter.Grains;

/// <summary>The address of a project's draft. A large document takes its time to be read and checked, beside the turns of grains.</summary>
[Reentrant, ProjectPlacement]
public sealed class DraftGrain(IDrafts drafts, IMail mail) : Grain, IDraftGrain
{
    private ProjectId Id => new(this.GetPrimaryKeyString());

    public ValueTask<ConfigurationDraft> Read() => Beside(project => drafts.Read(project));

    public ValueTask<DraftAnswer> Edit(DraftEdit[] edits, string by) => Beside(project => drafts.Edit(project, edits, by));

    public ValueTask<DraftChange[]> Changes() => Beside<DraftChange[]>(async project => [.. await drafts.Changes(project)]);

    public ValueTask<DraftChange[]> Compare(ProjectConfiguration document) =>
        Beside<DraftChange[]>(async project => [.. await drafts.Compare(project, document)]);

    public ValueTask<DraftAnswer> Load(ProjectConfiguration document, string by) =>
        Beside(project => drafts.Load(project, document, by));

    public ValueTask<ImportResult?> Publish(long revision, AuditActor author) =>
        Beside(project => drafts.Publish(project, revision, author));

    public ValueTask<DraftAnswer> Discard(long revision) => Beside(project => drafts.Discard(project, revision));

    public ValueTask<DialOutcome> TryDial(EmployeeId caller, string dialled) =>
        Beside(project => drafts.TryDial(project, caller, dialled));

    public ValueTask<DialOutcome> TryClient(string dialled) => Beside(project => drafts.TryClient(project, dialled));

    public ValueTask<MailFailure?> TryMail(Letter letter) => mail.Try(Id, letter);

    public ValueTask<DraftPulse> Attend(DraftEditor editor) => drafts.Attend(Id, editor);

    private ValueTask<T> Beside<T>(Func<ProjectId, ValueTask<T>> act)
    {
        var project = Id;
        return new(Task.Run(async () => await act(project)));
    }
}
