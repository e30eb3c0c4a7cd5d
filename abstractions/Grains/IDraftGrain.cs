using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Configuration.Drafts;
using CallCenter.Abstractions.Mail;
using CallCenter.Abstractions.Ports;
using CallCenter.Abstractions.Routing;

namespace CallCenter.Abstractions.Grains;

/// <summary>The draft of a project's document; its key is the project's name. See <see cref="IDrafts"/>.</summary>
public interface IDraftGrain : IGrainWithStringKey
{
    ValueTask<ConfigurationDraft> Read();

    /// <summary>Changes entries, all or none.</summary>
    /// <param name="by">Who, as colleagues know him.</param>
    ValueTask<DraftAnswer> Edit(DraftEdit[] edits, string by);

    ValueTask<DraftChange[]> Changes();

    /// <summary>How a document differs from the published one: what bringing it back would change.</summary>
    ValueTask<DraftChange[]> Compare(ProjectConfiguration document);

    /// <summary>Another document becomes the draft.</summary>
    ValueTask<DraftAnswer> Load(ProjectConfiguration document, string by);

    /// <summary>Null when the draft is another one than the revision that was looked at.</summary>
    ValueTask<ImportResult?> Publish(long revision, AuditActor author);

    ValueTask<DraftAnswer> Discard(long revision);

    /// <summary>What would become of a call that an employee dials, by the draft.</summary>
    ValueTask<DialOutcome> TryDial(EmployeeId caller, string dialled);

    /// <summary>What would become of a call that a client dials, by the draft.</summary>
    ValueTask<DialOutcome> TryClient(string dialled);

    /// <summary>Tries the draft's mail server with a letter. Null when it took it, else why not.</summary>
    ValueTask<MailFailure?> TryMail(Letter letter);

    /// <summary>Says that somebody is there, and asks who else is.</summary>
    ValueTask<DraftPulse> Attend(DraftEditor editor);
}
