namespace CallCenter.Abstractions.Configuration.Drafts;

/// <summary>
/// What the administrators of a project are changing, one draft for all of them. It begins as the published document and becomes the next
/// one. When another is published meanwhile (an import, the API), the changes go over to it.
/// </summary>
/// <param name="Revision">Grows with every change of it.</param>
/// <param name="BasedOn">The published version that it changes; 0: none was published yet.</param>
/// <param name="Document">Without secrets.</param>
/// <param name="Published">The document in force.</param>
/// <param name="Findings">Every error and warning of it.</param>
public sealed record ConfigurationDraft(
    long Revision, int BasedOn, ProjectConfiguration Document, ProjectConfiguration Published, IReadOnlyList<ConfigurationError> Findings);

/// <summary>How the draft differs from the published document, in the order of the document.</summary>
/// <param name="Path">Of the property within the entry, e.g. <c>serviceLevel.goalPercent</c>; lists are one property.</param>
/// <param name="Before">JSON; null: not set. Secrets are never told.</param>
/// <param name="After">JSON; null: not set.</param>
public sealed record DraftProperty(string Path, string? Before, string? After);

/// <summary>What happened to an entry.</summary>
public enum DraftChangeKind { Added, Changed, Removed }

/// <summary>An entry that differs.</summary>
/// <param name="Part">See <see cref="DraftEdit"/>.</param>
/// <param name="Key">See <see cref="DraftEdit"/>.</param>
/// <param name="Name">What people call it; its key where it has no name.</param>
/// <param name="By">Who changed it last; null where nobody is known for it.</param>
/// <param name="Edit">What would take the change back.</param>
public sealed record DraftChange(
    DraftChangeKind Kind, string Part, string Key, string Name, string? By, IReadOnlyList<DraftProperty> Properties, DraftEdit Edit);

/// <summary>Somebody who has a page of the draft open.</summary>
/// <param name="Name">As colleagues know him.</param>
/// <param name="Window">Tells his windows apart.</param>
/// <param name="At">What he is editing: part and key, or null when he only looks.</param>
public sealed record DraftEditor(string Name, string Window, DraftPlace? At);

/// <summary>An entry of the document.</summary>
public sealed record DraftPlace(string Part, string Key);

/// <summary>What others do, told to whoever says that he is there.</summary>
/// <param name="Revision">Of the draft, for whoever wants to know whether he has it.</param>
/// <param name="Others">Who else has a page of it open, without the one who asks.</param>
public sealed record DraftPulse(long Revision, IReadOnlyList<DraftEditor> Others);
