using CallCenter.Abstractions.Configuration;

namespace CallCenter.Abstractions.Audit;

/// <summary>What kind of somebody acted.</summary>
public enum ActorKind : byte
{
    /// <summary>Who signed in with a password.</summary>
    Person = 0,

    /// <summary>A program with an API key.</summary>
    ApiKey = 1,

    /// <summary>Nobody that we know.</summary>
    Stranger = 2,

    /// <summary>The server itself, by its command line.</summary>
    Program = 3,
}

/// <summary>Who acted.</summary>
/// <param name="Name">Sign-in name, name of the API key; null for strangers who gave no name that exists.</param>
/// <param name="Key">What stays when the name changes: the employee's key, the id of the API key; null where there is none.</param>
/// <param name="Access">With which rights; null for strangers and the program.</param>
/// <param name="Address">The address the request came from; null where there was no request.</param>
public sealed record AuditActor(ActorKind Kind, string? Name, string? Key, AccessLevel? Access, string? Address);

/// <summary>One act: who did what to whom or what. When is the time of its event.</summary>
/// <param name="Target">To whom or what, as its kind says.</param>
/// <param name="Detail">How, as its kind says.</param>
/// <param name="Times">How often, where the same act is counted instead of being written each time.</param>
public sealed record AuditEntry(AuditKind Kind, AuditActor Actor, string? Target = null, string? Detail = null, int Times = 1)
{
    /// <summary>How long entries are kept in history unless somebody decides otherwise.</summary>
    public static readonly TimeSpan UsuallyKept = TimeSpan.FromDays(730);
}

/// <summary>Writes down an act that is no command itself.</summary>
public sealed record NoteAudit(AuditEntry Entry) : ProjectCommand;

/// <summary>
/// A command and its entry in one turn: both are in the journal or neither is. A command that was refused, or changed nothing, leaves no
/// entry. The reply is the command's.
/// </summary>
public sealed record AuditedCommand(ProjectCommand Command, AuditEntry Entry) : ProjectCommand;

/// <summary>Somebody acted. Changes no state: it is written for the history alone.</summary>
public sealed record AuditNoted(AuditEntry Entry) : ProjectEvent;
