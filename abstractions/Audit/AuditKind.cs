namespace CallCenter.Abstractions.Audit;

/// <summary>
/// What somebody did. <c>Target</c> and <c>Detail</c> of an <see cref="AuditEntry"/> are what each kind says; where it says nothing they
/// are null. The numbers are kept in journal and history and never change.
/// </summary>
public enum AuditKind : byte
{
    SignedIn = 1,

    /// <summary>Actor: a stranger, under the name he tried where somebody has it, else without one.</summary>
    SignInFailed = 2,

    /// <summary>Refused because of too many attempts, without a look at the password.</summary>
    SignInThrottled = 3,

    SignedOut = 4,

    /// <summary>An API key that is unknown or was revoked.</summary>
    KeyRefused = 5,

    /// <summary>Target: the sign-in name.</summary>
    PasswordSet = 6,

    /// <summary>Target: the name of the key. Detail: its access level and its id, with a space between them.</summary>
    KeyMade = 7,

    /// <summary>Target: the name of the key. Detail: its id.</summary>
    KeyRevoked = 8,

    /// <summary>Target: the version, which the project fills in.</summary>
    ConfigurationPublished = 9,

    /// <summary>Target: another employee's key. Detail: the availability, and behind a space the reason.</summary>
    AvailabilitySet = 10,

    /// <summary>Target: another employee's key.</summary>
    WrapUpFinished = 11,

    /// <summary>Target: the number of the call.</summary>
    CallEnded = 12,

    /// <summary>Target: the client's number as it was given. Detail: the responsible employee's key.</summary>
    ClientLinked = 13,

    /// <summary>Calls as a file. Detail: the filters.</summary>
    CallsExported = 14,

    /// <summary>Calls, a list or one, through the API.</summary>
    CallsRead = 15,

    /// <summary>What is known of clients, through the API.</summary>
    ClientsRead = 16,

    /// <summary>Target: the version of the document.</summary>
    ConfigurationRead = 17,

    /// <summary>This log, through the API.</summary>
    AuditRead = 18,

    /// <summary>Target: the project. Noted in the project that the operator works in.</summary>
    ProjectMade = 19,

    /// <summary>Target: the project.</summary>
    ProjectSuspended = 20,

    /// <summary>Target: the project.</summary>
    ProjectResumed = 21,

    /// <summary>Target: the project.</summary>
    ProjectRemoved = 22,

    /// <summary>A letter by which he chooses his password. Target: the sign-in name.</summary>
    Invited = 23,

    /// <summary>A link by which he chooses his password, to be passed on. Target: the sign-in name.</summary>
    PasswordLinkMade = 24,

    /// <summary>Actor: a stranger, under the name whose password he forgot.</summary>
    PasswordLetterAsked = 25,

    /// <summary>Codes of an authenticator app are asked for from now on. Target: the sign-in name.</summary>
    SecondFactorSet = 26,

    /// <summary>They are not any more. Target: the sign-in name.</summary>
    SecondFactorRemoved = 27,

    /// <summary>Target: the number of the call. Detail: that of the conversation.</summary>
    RecordingPlayed = 28,

    /// <summary>As a file. Target: the number of the call. Detail: that of the conversation.</summary>
    RecordingDownloaded = 29,

    /// <summary>By the program: those that the project keeps no longer. Counted. Detail: for how many days it does.</summary>
    RecordingsDeleted = 30,

    /// <summary>Target: the number of the call.</summary>
    RecordingPaused = 31,

    /// <summary>Target: the number of the call.</summary>
    RecordingResumed = 32,

    /// <summary>A sound that callers hear. Target: its place, e.g. <c>uk/closed</c>.</summary>
    PromptReplaced = 33,

    /// <summary>The built-in one again, or none. Target: its place.</summary>
    PromptRestored = 34,

    /// <summary>Somebody took care of a message that was left. Target: the number of the call.</summary>
    MessageDone = 35,

    /// <summary>
    /// Somebody hears a conversation of others, or is heard otherwise. Target: the number of the call. Detail: the mode, and behind a space
    /// the key of the supervisor, where that is another than who acted.
    /// </summary>
    CallSupervised = 36,

    /// <summary>Target: the number of the call. Detail: the key of the supervisor, where that is another than who acted.</summary>
    SupervisionEnded = 37,

    /// <summary>A supervisor went on with it in the employee's place. Target and detail as above.</summary>
    CallTakenOver = 38,
}
