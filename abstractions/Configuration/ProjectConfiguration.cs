using System.Text.Json.Serialization;
using CallCenter.Abstractions.Calls;

namespace CallCenter.Abstractions.Configuration;

/// <summary>
/// The whole configuration of a project: one JSON document (camelCase, enums as camelCase words). Keys (<c>id</c>) are chosen by the
/// administrator and are what history keeps, so they stay the same when a name changes.
/// </summary>
public sealed record ProjectConfiguration
{
    public string Name { get; init; } = "";
    /// <summary>IANA name, e.g. <c>Europe/Kyiv</c>: days and reports are in it.</summary>
    public string TimeZone { get; init; } = "Europe/Kyiv";
    /// <summary>ISO 3166 two-letter code: how local numbers are read.</summary>
    public string DefaultCountry { get; init; } = "UA";
    /// <summary>Realm of the digest authentication of phones.</summary>
    public string Realm { get; init; } = "callcenter";
    /// <summary>
    /// What phones are challenged with. SHA-256 is the stronger, but many phones give up on a challenge they do not know instead of taking
    /// the next one, so it is offered where the administrator knows his phones.
    /// </summary>
    public DigestChallenge Digest { get; init; } = DigestChallenge.Md5;
    public IReadOnlyList<NumberConfiguration> Numbers { get; init; } = [];
    public IReadOnlyList<DepartmentConfiguration> Departments { get; init; } = [];
    public IReadOnlyList<EmployeeConfiguration> Employees { get; init; } = [];
    public IReadOnlyList<SipAccountConfiguration> SipAccounts { get; init; } = [];
    public IReadOnlyList<TrunkConfiguration> Trunks { get; init; } = [];
    public IReadOnlyList<CallerNumberRule> CallerNumberRules { get; init; } = [];
    /// <summary>Prefixes (E.164, with +) that may be called; an empty list allows no outgoing call.</summary>
    public IReadOnlyList<string> AllowedDestinations { get; init; } = [];
    /// <summary>Short numbers that every phone may call at any time, before extensions and limits.</summary>
    public IReadOnlyList<EmergencyNumber> EmergencyNumbers { get; init; } = [];
    public IReadOnlyList<string> NotReadyReasons { get; init; } = ["break", "lunch", "meeting", "training"];
    public SmartForwardingConfiguration SmartForwarding { get; init; } = new();
    public RingingConfiguration Ringing { get; init; } = new();
    public TargetConfiguration Targets { get; init; } = new();
    public LimitConfiguration Limits { get; init; } = new();
    public DialogConfiguration Dialogs { get; init; } = new();
    public MailConfiguration Mail { get; init; } = new();
    public RecordingConfiguration Recording { get; init; } = new();
    public IReadOnlyList<MenuConfiguration> Menus { get; init; } = [];
    public VoicemailConfiguration Voicemail { get; init; } = new();
    /// <summary>Supervisors may hear conversations: all calls go through us that can.</summary>
    public bool Supervision { get; init; }
    /// <summary>What prompts are spoken in.</summary>
    public SpokenLanguage Language { get; init; } = SpokenLanguage.Ukrainian;
    /// <summary>Prompts of its own beside the built-in ones; their sounds lie beside the document.</summary>
    public IReadOnlyList<PromptConfiguration> Prompts { get; init; } = [];
    /// <summary>
    /// Whether the audio that goes through us is encrypted on our own offers. What a phone or carrier offers encrypted is always taken so.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public MediaEncryption MediaEncryption { get; init; }
    /// <summary>Who needs a second factor to sign in; null: whoever wants one has it.</summary>
    public SecondFactorRule? SecondFactor { get; init; }
}

/// <summary>Algorithms of the digest challenge (RFC 8760).</summary>
public enum DigestChallenge { Md5, Sha256, Sha256AndMd5 }

/// <summary>A number of the company (DID) and where it leads.</summary>
/// <param name="Id">Key.</param>
/// <param name="Number">E.164.</param>
/// <param name="Pool">Name of the group the number belongs to ("Pool name" in the journal), e.g. an office.</param>
/// <param name="Source">Where clients know the number from (an ad, a site, a partner): the source of the calls to it.</param>
/// <param name="Priority">Calls of a higher priority are served first; 0 is normal.</param>
/// <param name="SmartForwarding">Whether known clients go to their responsible employee first.</param>
/// <param name="Media">Whether the audio of its calls goes from phone to phone, or through us.</param>
/// <param name="Record">Whether conversations of calls to it are recorded.</param>
/// <param name="RecordingNotice">Callers are told so before anything else, where their conversation may be recorded.</param>
public sealed record NumberConfiguration(
    string Id, string Number, string? Name, string? Pool, Destination LeadsTo, int Priority = 0, bool SmartForwarding = false,
    string? Source = null, MediaMode Media = MediaMode.Direct, RecordingRule Record = RecordingRule.Inherit,
    bool RecordingNotice = false);

/// <summary>Where a call goes; exactly one of the six is set.</summary>
/// <param name="Department">Key of a department: the call waits in its queue.</param>
/// <param name="Employee">Key of an employee: all main contact points ring.</param>
/// <param name="External">E.164 number, called through a trunk.</param>
/// <param name="HangUp">Ends the call; the reason is kept.</param>
/// <param name="Menu">Key of a voice menu.</param>
/// <param name="Voicemail">The caller is asked for a message.</param>
/// <param name="RingSeconds">How long an employee or external number rings.</param>
/// <param name="Otherwise">Where the call goes when employee or external number did not take it; null hangs up.</param>
/// <param name="Trunks">Keys of the trunks that are tried for an external number, in this order; null: all, in theirs.</param>
public sealed record Destination(
    string? Department = null, string? Employee = null, string? External = null, HangUpDestination? HangUp = null,
    int? RingSeconds = null, Destination? Otherwise = null, IReadOnlyList<string>? Trunks = null, string? Menu = null,
    MailboxDestination? Voicemail = null);

/// <summary>Why a destination ends the call.</summary>
public enum HangUpDestination { Closed, Busy, NoAnswer }

/// <summary>How a department shares its calls out.</summary>
public enum Strategy { RingAll, LongestIdle, RoundRobin, FewestCalls, LeastTalkTime, Random, InOrder }

/// <summary>A department: a queue with the people who serve it.</summary>
public sealed record DepartmentConfiguration
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    /// <summary>Internal short number, at least three digits, unique across employees and departments.</summary>
    public string? Extension { get; init; }
    public Strategy Strategy { get; init; } = Strategy.LongestIdle;
    public int RingSeconds { get; init; } = 15;
    public int WrapUpSeconds { get; init; } = 10;
    /// <summary>Longest wait; null waits without end.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int? MaxWaitSeconds { get; init; } = 300;
    /// <summary>How many calls may wait (not counting those being talked on).</summary>
    public int MaxLength { get; init; } = 1000;
    public IReadOnlyList<MemberConfiguration> Members { get; init; } = [];
    public FlowOutConfiguration FlowOut { get; init; } = new();
    public ServiceLevelConfiguration ServiceLevel { get; init; } = new();
    /// <summary>Whether its conversations are recorded.</summary>
    public RecordingRule Record { get; init; }
    public WaitingConfiguration Waiting { get; init; } = new();
    /// <summary>Callers rate the conversation by a key, 1 to 5, when the employee has hung up.</summary>
    public bool Rating { get; init; }
}

/// <summary>
/// What those hear who have to wait for a department: they are answered for it. Whoever is rung for at once hears ringing.
/// </summary>
/// <param name="Music">Until somebody takes the call.</param>
/// <param name="AnnounceSeconds">
/// They are asked for patience and told their place in the queue when they begin to wait, and again after so long; 0: never.
/// </param>
public sealed record WaitingConfiguration(bool Music = false, int AnnounceSeconds = 0)
{
    /// <summary>There is something to hear.</summary>
    public bool IsHeard() => Music || AnnounceSeconds > 0;
}

/// <summary>An employee's place in a department.</summary>
/// <param name="Tier">For the in-order strategy: lower tiers ring first, one tier together.</param>
/// <param name="LaterContactPoints">Contact points of the employee that ring in a later tier of their own (E-10: the head's mobile
/// last).</param>
public sealed record MemberConfiguration(string Employee, int Tier = 1, IReadOnlyList<LaterContactPoint>? LaterContactPoints = null);

/// <summary>A contact point (by its value) that rings in another tier than its owner.</summary>
public sealed record LaterContactPoint(string ContactPoint, int Tier);

/// <summary>
/// Where calls go that cannot wait here; a missing destination hangs up (the first two), or keeps waiting (the other two).
/// </summary>
public sealed record FlowOutConfiguration(
    Destination? Full = null, Destination? TimeOut = null, Destination? NoOneSignedIn = null, Destination? AllNotReady = null)
{
    /// <summary>Those that are there and those that are missing.</summary>
    public IEnumerable<Destination?> All() => [Full, TimeOut, NoOneSignedIn, AllNotReady];
}

/// <summary>Goals and thresholds of a department; waits turn amber and red at the given seconds.</summary>
public sealed record ServiceLevelConfiguration(
    int WithinSeconds = 20, int GoalPercent = 80, int ShortAbandonSeconds = 5, int AmberWaitSeconds = 15, int RedWaitSeconds = 30);

/// <summary>
/// What somebody may do in the pages. The numbers are kept in journals and databases; which level is above which,
/// <see cref="AccessLevels"/> says.
/// </summary>
public enum AccessLevel
{
    /// <summary>His own desk and his own calls.</summary>
    Employee = 0,

    /// <summary>Acts on calls and people, of all departments or of some.</summary>
    Supervisor = 1,

    /// <summary>Sets the project up.</summary>
    Administrator = 2,

    /// <summary>Sees everything that happens and happened, and changes nothing.</summary>
    Analyst = 3,
}

/// <summary>Who has to prove himself by a code of his telephone too, beside the password.</summary>
public enum SecondFactorRule
{
    /// <summary>Whoever sees more than his own: analysts and above.</summary>
    Supervisors,

    /// <summary>Everybody who signs in.</summary>
    Everybody,
}

/// <summary>The order of access levels: each may do what those before it may.</summary>
public static class AccessLevels
{
    public static readonly IReadOnlyList<AccessLevel> InOrder =
        [AccessLevel.Employee, AccessLevel.Analyst, AccessLevel.Supervisor, AccessLevel.Administrator];

    public static bool AtLeast(this AccessLevel level, AccessLevel least) => Rank(level) >= Rank(least);

    // A switch and not a search: it is asked with every request.
    private static int Rank(AccessLevel level) => level switch
    {
        AccessLevel.Analyst => 1,
        AccessLevel.Supervisor => 2,
        AccessLevel.Administrator => 3,
        _ => 0,
    };
}

/// <summary>A person.</summary>
public sealed record EmployeeConfiguration
{
    public required string Id { get; init; }
    public required string Surname { get; init; }
    public required string GivenName { get; init; }
    public string? Position { get; init; }
    /// <summary>Also the sign-in name.</summary>
    public string? Email { get; init; }
    public AccessLevel Access { get; init; } = AccessLevel.Employee;
    /// <summary>As a supervisor or analyst he sees these departments only, by their keys; null or none: all.</summary>
    public IReadOnlyList<string>? Supervises { get; init; }
    /// <summary>Sign-in password; only on import, taken out and hashed, never exported.</summary>
    public string? Password { get; init; }
    public string? Extension { get; init; }
    /// <summary>Rung when a call goes to the employee; at least one.</summary>
    public IReadOnlyList<ContactPoint> MainContacts { get; init; } = [];
    /// <summary>Never rung; a call answered or made there is his all the same.</summary>
    public IReadOnlyList<ContactPoint> OtherContacts { get; init; } = [];
    /// <summary>Whether his conversations are recorded.</summary>
    public RecordingRule Record { get; init; }
    /// <summary>Ready from the moment he appears in the configuration, without signing in: for fixed phones and load tests.</summary>
    public bool StartsReady { get; init; }

    public string FullName() => $"{GivenName} {Surname}";

    /// <summary>The departments that he sees, in the order of their keys; empty: all, or none at all as an employee.</summary>
    public IEnumerable<DepartmentId> Supervised() => Access is AccessLevel.Supervisor or AccessLevel.Analyst
        ? (Supervises ?? []).Order(StringComparer.Ordinal).Select(static key => new DepartmentId(key)) : [];
}

/// <summary>One place to reach an employee: exactly one of the three is set.</summary>
/// <param name="Account">User name of a SIP account.</param>
/// <param name="Number">E.164.</param>
/// <param name="Uri">A fixed <c>sip:</c> URI that needs no registration.</param>
/// <param name="Trunks">Keys of the trunks that are tried for a number, in this order; null: by the rules of caller numbers.</param>
public sealed record ContactPoint(
    string? Account = null, string? Number = null, string? Uri = null, IReadOnlyList<string>? Trunks = null)
{
    /// <summary>The one that is set: what a <see cref="LaterContactPoint"/> names.</summary>
    public string Value() => Account ?? Number ?? Uri ?? "";
}

/// <summary>A SIP account for phones, at most one employee's.</summary>
/// <param name="Password">Only on import: taken out and kept apart, never exported.</param>
public sealed record SipAccountConfiguration(string Username, string? Password = null, string? Label = null);

/// <summary>A connection to a carrier.</summary>
/// <param name="Host">Where calls are sent: address or name, with port if not 5060.</param>
/// <param name="Transport"><c>udp</c> or <c>tcp</c>.</param>
/// <param name="Addresses">Source addresses (IP or CIDR, with :port if one address serves several trunks) that are known as this
/// trunk.</param>
/// <param name="Username">Digest user name, where the trunk needs one.</param>
/// <param name="Password">Only on import: taken out and kept apart, never exported.</param>
/// <param name="AuthenticateIncoming">Whether its INVITEs must authenticate by digest as well.</param>
/// <param name="MaxCalls">Calls at a time in both directions; null: no limit of its own.</param>
/// <param name="CalledNumberIn">Where an INVITE of the carrier has the number that was called.</param>
/// <param name="AssertIdentity">Whether the carrier is told our number in P-Asserted-Identity as well: it is of our trust domain and keeps
/// to itself what is withheld (RFC 3325 §2.4).</param>
/// <param name="ShowsClients">Whether the carrier shows a client's number on calls that are passed on to it; else it is ours, by the rules
/// of caller numbers, because most carriers refuse a number that is not.</param>
/// <param name="AskSeconds">Asked by OPTIONS so often whether it is there; 0: never, for carriers that take it for an attack.</param>
public sealed record TrunkConfiguration(
    string Id, string Host, IReadOnlyList<string> Addresses, string? Name = null, string Transport = "udp", string? Username = null,
    string? Password = null, bool AuthenticateIncoming = false, int? MaxCalls = null,
    CalledNumberPlace CalledNumberIn = CalledNumberPlace.RequestUri, bool AssertIdentity = false, bool ShowsClients = false,
    int AskSeconds = 0);

/// <summary>
/// The Request-URI; or To, where a carrier to whom one registers puts the registered contact into the Request-URI (RFC 3261 §16.5).
/// </summary>
public enum CalledNumberPlace { RequestUri, To }

/// <summary>Which number a client sees on an outgoing call (T-11). The first rule that fits is taken, in the order of the list.</summary>
/// <param name="DestinationPrefix">E.164 prefix of the called number; null or empty fits all.</param>
/// <param name="Department">Fits only callers of this department.</param>
/// <param name="Employee">Fits only this caller.</param>
/// <param name="Number">Key of the number that is shown.</param>
/// <param name="Trunk">Key of the one trunk that is taken; null: see <paramref name="Trunks"/>.</param>
/// <param name="Trunks">
/// Keys of the trunks that are tried, in this order: the next one where one is full or does not carry the call. Null: all, in theirs.
/// </param>
public sealed record CallerNumberRule(
    string Number, string? DestinationPrefix = null, string? Department = null, string? Employee = null, string? Trunk = null,
    IReadOnlyList<string>? Trunks = null)
{
    /// <summary>The trunks in the order in which they are tried; null: all.</summary>
    public IReadOnlyList<string>? InOrder() => Trunk is null ? Trunks : [Trunk];
}

/// <summary>An emergency or service number, such as 112, and the way it goes out, whatever else is forbidden or used up.</summary>
/// <param name="Dialled">The digits that are dialled, and sent to the carrier as they are.</param>
/// <param name="Trunk">Key of the trunk.</param>
/// <param name="Number">Key of the number that is shown and called back; null: by the rules of caller numbers.</param>
public sealed record EmergencyNumber(string Dialled, string Trunk, string? Number = null);

/// <summary>Where the responsible employee is looked for.</summary>
public enum ResponsibleSource { Responsible, LastTalked }

/// <summary>Smart forwarding (T-04): known clients to their responsible employee.</summary>
/// <param name="Order">The sources in the order they are asked; null: responsible, then last talked.</param>
public sealed record SmartForwardingConfiguration(IReadOnlyList<ResponsibleSource>? Order = null, int RingSeconds = 15);

/// <summary>What happens when phones are not answered.</summary>
/// <param name="RonaLimit">After so many unanswered rings in a row the employee is set not ready; 0 never.</param>
/// <param name="RonaReason">The not-ready reason then set.</param>
/// <param name="RejectRestSeconds">How long an employee who rejected is not rung by a department.</param>
/// <param name="UnreachableRestSeconds">The same after none of his phones could be reached.</param>
public sealed record RingingConfiguration(
    int RonaLimit = 3, string RonaReason = "no answer", int RejectRestSeconds = 10, int UnreachableRestSeconds = 30,
    int DirectRingSeconds = 30);

/// <summary>How it is noticed that a user agent is gone without a word.</summary>
/// <param name="ProbeSeconds">
/// After so long without a word in a conversation it is asked whether it lives (OPTIONS inside the dialog); 0: never.
/// </param>
/// <param name="SessionIntervalSeconds">The longest session interval that is agreed on (RFC 4028).</param>
public sealed record DialogConfiguration(int ProbeSeconds = 10, int SessionIntervalSeconds = 1800);

/// <summary>Project-wide definitions of <c>kpi.md</c>.</summary>
public sealed record TargetConfiguration(int TargetCallSeconds = 30, int SaleCycleDays = 30);

/// <summary>Bounds; beyond the live calls a call is refused with 503 and Retry-After, beyond those of outgoing calls with 603.</summary>
/// <param name="MaxOutgoingPerEmployee">Outgoing calls at a time of one employee.</param>
/// <param name="MaxOutgoingPerEmployeeAndDay">Outgoing calls of one employee from local midnight to midnight.</param>
/// <param name="Destinations">Limits of all employees together to what is dear; null: none.</param>
public sealed record LimitConfiguration(
    int MaxLiveCalls = 10_000, int MaxClients = 1_000_000, int MaxOutgoingPerEmployee = 2, int MaxOutgoingPerEmployeeAndDay = 1_000,
    IReadOnlyList<DestinationLimit>? Destinations = null);

/// <summary>Against toll fraud: how many calls all employees together make to a destination. The longest fitting prefix counts.</summary>
/// <param name="Prefix">Prefix of E.164 numbers, with +.</param>
/// <param name="MaxCalls">Calls at a time; null: no limit.</param>
/// <param name="MaxCallsPerDay">Calls from local midnight to midnight; null: no limit, 0: none at all.</param>
public sealed record DestinationLimit(string Prefix, int? MaxCalls = null, int? MaxCallsPerDay = null);

/// <summary>
/// Which conversations are recorded: none that a number, department or employee forbids; else all that one of them wants; of the others a
/// share.
/// </summary>
/// <param name="SharePercent">Of the conversations that nothing else decides on; 0: none.</param>
/// <param name="Internal">Whether calls from extension to extension are recorded by the same rules; else they never are.</param>
/// <param name="KeepDays">Recordings that are older are deleted.</param>
/// <param name="PauseKeys">
/// An employee presses them in a conversation to pause its recording, and again to let it go on; null: he uses the desk.
/// </param>
public sealed record RecordingConfiguration(int SharePercent = 0, bool Internal = false, int KeepDays = 90, string? PauseKeys = null);

/// <summary>The languages that there are built-in prompts in.</summary>
public enum SpokenLanguage { Ukrainian, Russian, English }

/// <summary>A prompt of the project's own, e.g. the greeting of a menu. It has one sound, in whatever language that is spoken.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Unique name for people.</param>
/// <param name="Text">What it says, for people.</param>
public sealed record PromptConfiguration(string Id, string Name, string? Text = null);

/// <summary>Encrypted audio (SRTP) with the key in the session description (RFC 4568).</summary>
public enum MediaEncryption
{
    /// <summary>Our offers are in clear.</summary>
    Off,

    /// <summary>Phones that are all registered over TLS are offered it, and nothing else: they have to know it.</summary>
    Offered,
}

/// <summary>What a number, department or employee says of recording.</summary>
public enum RecordingRule { Inherit, Always, Never }

/// <summary>The server that takes the project's letters.</summary>
/// <param name="Host">Address or name; null: no letter leaves.</param>
/// <param name="Port">587 for submission (RFC 6409), 465 with TLS from the first byte (RFC 8314 §3.3).</param>
/// <param name="Username">Null: the server takes letters of this machine without a sign-in.</param>
/// <param name="Password">Only on import: taken out and kept apart, never exported.</param>
/// <param name="From">The e-mail address that letters come from.</param>
/// <param name="FromName">Stands beside it; null: the project's name.</param>
public sealed record MailConfiguration(
    string? Host = null, int Port = 587, MailSecurity Security = MailSecurity.StartTls, string? Username = null, string? Password = null,
    string? From = null, string? FromName = null);

/// <summary>How the connection to a mail server is encrypted; without a certificate that this machine trusts no letter leaves.</summary>
public enum MailSecurity { StartTls, Tls, None }
