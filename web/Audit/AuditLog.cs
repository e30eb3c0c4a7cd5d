using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Ports;
using CallCenter.Web.Cluster;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Audit;

/// <summary>
/// Writes down who does what, on behalf of the present request. An entry is an event of the project: it is in the journal before the
/// request is answered and never waits for PostgreSQL. Who may do it was decided before. Thread-safe.
/// </summary>
public sealed class AuditLog(
    IGrainFactory grains, ClusterView cluster, IHttpContextAccessor requests, TimeProvider time, ILogger<AuditLog> log)
{
    /// <summary>How many different failures of strangers are told apart in a minute: about 10 KB of journal at most.</summary>
    public const int MostStrangers = 50;

    /// <summary>How many different readings are told apart in ten minutes.</summary>
    public const int MostReadings = 2_000;

    public static readonly TimeSpan StrangersWindow = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan ReadingsWindow = TimeSpan.FromMinutes(10);

    private const int LongestTarget = 200;
    private const int LongestDetail = 500;

    // A journal that cannot be written must not lock out the people who have to see why.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private readonly RepeatedEntries _strangers = new(time, StrangersWindow, MostStrangers);
    private readonly RepeatedEntries _readings = new(time, ReadingsWindow, MostReadings);

    private HttpContext Request => requests.HttpContext ?? throw new InvalidOperationException("Acts are noted within a request.");

    private Viewer Caller => Viewer.Of(Request.User) ?? throw new InvalidOperationException("Nobody is behind the request.");

    /// <summary>Whoever sent this request.</summary>
    public AuditActor Actor => AuditActors.Of(Request);

    /// <summary>Notes what was just done and is no command of a project.</summary>
    public Task Note(AuditKind kind, string? target = null, string? detail = null) => Write(Caller.Project, Entry(kind, target, detail));

    /// <summary>The same on behalf of somebody whose request is over: what is done in a circuit, or behind an answer.</summary>
    public Task Note(ProjectId project, AuditEntry entry) => Write(project, entry);

    /// <summary>Somebody set his password by the token he was sent.</summary>
    public Task PasswordSetBy(SignInOwner owner) => Write(owner.Project, new AuditEntry(
        AuditKind.PasswordSet,
        AuditActors.Stranger(Request) with
        {
            Kind = ActorKind.Person,
            Name = owner.Email,
            Key = owner.Employee.Value,
            Access = owner.Access,
        },
        owner.Email));

    /// <summary>Whoever sent this request and is not signed in.</summary>
    public AuditActor Stranger => AuditActors.Stranger(Request);

    /// <summary>Notes that data is taken out, before the first byte of it leaves; repetitions are counted.</summary>
    public Task NoteReading(AuditKind kind, string? target = null, string? detail = null) =>
        WriteFirst(_readings, Caller.Project, Entry(kind, target, detail));

    /// <summary>The entry of an order that is written with it: both happen or neither does.</summary>
    public AuditEntry Act(AuditKind kind, string? target, string? detail = null) => Entry(kind, target, detail);

    /// <summary>Somebody signed in, whom the request does not know yet.</summary>
    public Task SignedIn(Viewer viewer) =>
        Write(viewer.Project, new AuditEntry(AuditKind.SignedIn, AuditActors.Of(viewer, Request)));

    /// <summary>Somebody set up a second factor before he was signed in, or without.</summary>
    public Task SecondFactor(SignedInUser user, bool isSet) => Write(user.Project, new AuditEntry(
        isSet ? AuditKind.SecondFactorSet : AuditKind.SecondFactorRemoved, AuditActors.Of(Viewer.Of(user), Request), user.Name));

    /// <summary>
    /// Somebody tried to. A name that nobody has is not kept: people type their password into the wrong field.
    /// </summary>
    public async Task SignInFailed(string name)
    {
        if (cluster.First is not { } first)
        {
            return;
        }

        var email = name.Trim();
        var isOperator = email.Equals(SignedInUser.Operator, StringComparison.OrdinalIgnoreCase);
        var (project, known, employee) = isOperator ? (first, SignedInUser.Operator, null)
            : await Find(email) is { } found ? (found.Project, found.SignIn.Email, found.SignIn.Employee.Value)
            : (first, (string?)null, (string?)null);
        await WriteFirst(
            _strangers, project, new AuditEntry(AuditKind.SignInFailed, AuditActors.Stranger(Request, known, employee)));
    }

    /// <summary>Strangers who may not try right now: whom they name is not looked up, so that they cost nothing.</summary>
    public Task Refused(AuditKind kind) =>
        cluster.First is { } first
            ? WriteFirst(_strangers, first, new AuditEntry(kind, AuditActors.Stranger(Request)))
            : Task.CompletedTask;

    /// <summary>Writes the repetitions whose window is over, or all.</summary>
    public Task NoteRepetitions(bool all = false) => Task.WhenAll(
        _strangers.Take(all).Concat(_readings.Take(all)).Select(repeated => Write(repeated.Project, repeated.Entry)));

    private AuditEntry Entry(AuditKind kind, string? target, string? detail) =>
        new(kind, Actor, Cut(target, LongestTarget), Cut(detail, LongestDetail));

    private Task WriteFirst(RepeatedEntries repeated, ProjectId project, AuditEntry entry) =>
        repeated.Add(project, entry) is { } first ? Write(project, first) : Task.CompletedTask;

    // Nothing is cancelled: what was done was done, also when the browser is gone.
    private async Task Write(ProjectId project, AuditEntry entry)
    {
        try
        {
            await grains.Project(project).Send(new NoteAudit(entry)).AsTask().WaitAsync(LongestWait, time);
        }
        catch (TimeoutException)
        {
            log.EntryWaits(entry.Kind.ToString());
        }
    }

    private async ValueTask<(ProjectId Project, EmployeeSignIn SignIn)?> Find(string email)
    {
        foreach (var project in cluster.Projects)
        {
            if (await grains.SignIns(project.Id).Find(email) is { } found)
            {
                return (project.Id, found);
            }
        }

        return null;
    }

    private static string? Cut(string? text, int longest) => text?.Length > longest ? text[..longest] : text;
}
