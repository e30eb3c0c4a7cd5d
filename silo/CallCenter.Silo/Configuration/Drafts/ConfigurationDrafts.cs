using System.Collections.Concurrent;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Configuration.Drafts;
using CallCenter.Abstractions.Ports;
using CallCenter.Abstractions.Routing;
using CallCenter.Engine;
using CallCenter.Engine.Configuration.Drafts;
using CallCenter.Engine.Trials;
using CallCenter.Silo.Secrets;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Configuration.Drafts;

/// <summary>
/// The drafts of the projects, one each. A change is in the file before it is answered. Every look first carries the draft over to what is
/// published now. What is asked of one project waits for one another.
/// </summary>
public sealed class ConfigurationDrafts(
    IProjects projects, IConfigurations configurations, SecretStore store, TimeProvider time, ILogger<ConfigurationDrafts> log) : IDrafts
{
    private static readonly Dictionary<(string Part, string Key), string> NoAuthors = [];

    private readonly DraftFile _file = new(store, log);
    private readonly Attendance _attendance = new(time);
    private readonly ConcurrentDictionary<ProjectId, Slot> _slots = new();

    public ValueTask<ConfigurationDraft> Read(ProjectId project) => Alone(project, async slot =>
    {
        var draft = slot.Draft!;
        var findings = slot.Findings ??= await configurations.Validate(project, ConfigurationJson.Write(draft.Document));
        return new ConfigurationDraft(draft.Revision, draft.BasedOn, DocumentSecrets.Without(draft.Document), draft.Origin, findings);
    });

    public ValueTask<DraftAnswer> Edit(ProjectId project, IReadOnlyList<DraftEdit> edits, string by) => Alone(project, slot =>
    {
        var (after, conflicts) = slot.Draft!.Edited(edits, by);
        if (conflicts.Count == 0) Keep(project, slot, after);
        return ValueTask.FromResult(new DraftAnswer(slot.Draft!.Revision, conflicts));
    });

    public ValueTask<IReadOnlyList<DraftChange>> Changes(ProjectId project) => Alone(project, slot =>
        ValueTask.FromResult(DocumentComparison.Of(slot.Draft!.Origin, slot.Draft.Document, slot.Draft.Authors)));

    public ValueTask<IReadOnlyList<DraftChange>> Compare(ProjectId project, ProjectConfiguration document) => Alone(project, slot =>
        ValueTask.FromResult(DocumentComparison.Of(slot.Draft!.Origin, document, NoAuthors)));

    public ValueTask<DraftAnswer> Load(ProjectId project, ProjectConfiguration document, string by) => Alone(project, slot =>
    {
        Keep(project, slot, slot.Draft!.Loaded(document, by));
        return ValueTask.FromResult(new DraftAnswer(slot.Draft.Revision, []));
    });

    public ValueTask<ImportResult?> Publish(ProjectId project, long revision, AuditActor author) => Alone(project, async slot =>
    {
        if (slot.Draft!.Revision != revision) return null;
        var result = await configurations.Import(project, ConfigurationJson.Write(slot.Draft.Document), slot.Draft.BasedOn, author);
        if (result.Version is not null)
        {
            var (version, published) = await projects.Configuration(project);
            Keep(project, slot, slot.Draft.Restarted(version, published));
        }

        return result;
    });

    public ValueTask<DraftAnswer> Discard(ProjectId project, long revision) => Alone(project, slot =>
    {
        var draft = slot.Draft!;
        if (draft.Revision == revision) Keep(project, slot, draft.Restarted(draft.BasedOn, draft.Origin));
        return ValueTask.FromResult(new DraftAnswer(slot.Draft!.Revision, []));
    });

    public async ValueTask<DialOutcome> TryDial(ProjectId project, EmployeeId caller, string dialled) =>
        DialTrial.Of(await WithSecrets(project), caller, dialled, Now());

    public async ValueTask<DialOutcome> TryClient(ProjectId project, string dialled) =>
        DialTrial.OfClient(await WithSecrets(project), dialled, Now());

    public ValueTask<DraftPulse> Attend(ProjectId project, DraftEditor editor)
    {
        var others = _attendance.Attend(project, editor);
        var revision = _slots.TryGetValue(project, out var slot) ? slot.Draft?.Revision ?? 0 : 0;
        return ValueTask.FromResult(new DraftPulse(revision, others));
    }

    private TurnInput Now() => new(time.GetUtcNow().ToUnixTimeMilliseconds(), 0);

    /// <summary>The draft with the passwords that nobody published yet.</summary>
    internal ValueTask<ProjectConfiguration> WithSecrets(ProjectId project) =>
        Alone(project, slot => ValueTask.FromResult(slot.Draft!.Document));

    private async ValueTask<T> Alone<T>(ProjectId project, Func<Slot, ValueTask<T>> act)
    {
        // Before a slot is made: a project that is none throws here.
        var (version, published) = await projects.Configuration(project);
        var slot = _slots.GetOrAdd(project, static _ => new Slot());
        await slot.Turn.WaitAsync();
        try
        {
            slot.Draft ??= _file.Read(project)
                ?? new ProjectDraft { Revision = 1, BasedOn = version, Origin = published, Document = published };
            if (slot.Draft.BasedOn < version) Keep(project, slot, slot.Draft.Rebased(version, published));
            return await act(slot);
        }
        finally
        {
            slot.Turn.Release();
        }
    }

    private void Keep(ProjectId project, Slot slot, ProjectDraft draft)
    {
        _file.Write(project, draft);
        (slot.Draft, slot.Findings) = (draft, null);
    }

    /// <summary>The draft of a project, once somebody looked at it. As many as there are projects.</summary>
    private sealed class Slot
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);
        public ProjectDraft? Draft { get; set; }
        public IReadOnlyList<ConfigurationError>? Findings { get; set; }
    }
}
