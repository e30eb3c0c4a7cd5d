using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Configuration.Drafts;
using CallCenter.Abstractions.Routing;

namespace CallCenter.Abstractions.Ports;

/// <summary>The drafts of the projects' documents. Implemented by the silo, which keeps them. Safe to call from any thread.</summary>
public interface IDrafts
{
    /// <summary>The draft as it is now.</summary>
    ValueTask<ConfigurationDraft> Read(ProjectId project);

    /// <summary>Changes entries, all or none. Throws <see cref="FormatException"/> for what is no entry of a document.</summary>
    ValueTask<DraftAnswer> Edit(ProjectId project, IReadOnlyList<DraftEdit> edits, string by);

    /// <summary>How the draft differs from the published document.</summary>
    ValueTask<IReadOnlyList<DraftChange>> Changes(ProjectId project);

    /// <summary>How a document differs from the published one.</summary>
    ValueTask<IReadOnlyList<DraftChange>> Compare(ProjectId project, ProjectConfiguration document);

    /// <summary>Another document becomes the draft, in whose place it is published: an earlier version, or one that was imported.</summary>
    ValueTask<DraftAnswer> Load(ProjectId project, ProjectConfiguration document, string by);

    /// <summary>Publishes the draft, if it still is the one that was looked at; with any error nothing is published.</summary>
    /// <returns>Null when it is another one now.</returns>
    ValueTask<ImportResult?> Publish(ProjectId project, long revision, AuditActor author);

    /// <summary>Back to the published document.</summary>
    ValueTask<DraftAnswer> Discard(ProjectId project, long revision);

    /// <summary>What would become of a call by the draft.</summary>
    ValueTask<DialOutcome> TryDial(ProjectId project, EmployeeId caller, string dialled);

    /// <summary>The same of a call that a client makes.</summary>
    ValueTask<DialOutcome> TryClient(ProjectId project, string dialled);

    /// <summary>Somebody is there; he is forgotten when he does not say so again within some seconds.</summary>
    ValueTask<DraftPulse> Attend(ProjectId project, DraftEditor editor);
}
