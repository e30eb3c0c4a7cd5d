using System.Reflection;

namespace CallCenter.Web.Api.Problems;

/// <summary>Every kind of problem the API knows.</summary>
public static class ProblemKinds
{
    public static readonly ProblemKind NotSignedIn = new("not-signed-in", 401, "Neither an API key nor a sign-in");
    public static readonly ProblemKind KeyRefused = new("key-refused", 401, "The API key is not valid");
    public static readonly ProblemKind NotAllowed = new("not-allowed", 403, "The access level is not enough");
    public static readonly ProblemKind HeaderMissing = new("header-missing", 403, "A header that proves the origin is missing");
    public static readonly ProblemKind ForeignPage = new("foreign-page", 403, "A page of another site caused the request");
    public static readonly ProblemKind NoSuchEndpoint = new("no-such-endpoint", 404, "There is nothing at this address");
    public static readonly ProblemKind NoSuchProject = new("no-such-project", 404, "No such project");
    public static readonly ProblemKind NoSuchCall = new("no-such-call", 404, "No such call");
    public static readonly ProblemKind NoSuchLeg = new("no-such-leg", 404, "No such leg");
    public static readonly ProblemKind NoSuchEmployee = new("no-such-employee", 404, "No such employee");
    public static readonly ProblemKind NoSuchDepartment = new("no-such-department", 404, "No such department");
    public static readonly ProblemKind NoSuchAccount = new("no-such-account", 404, "No such SIP account");
    public static readonly ProblemKind NoSuchNumber = new("no-such-number", 404, "No such number");
    public static readonly ProblemKind NoSuchClient = new("no-such-client", 404, "Nothing is known of this client");
    public static readonly ProblemKind NoSuchVersion = new("no-such-version", 404, "No such configuration version");
    public static readonly ProblemKind NoSuchPrompt = new("no-such-prompt", 404, "No such prompt, or no sound of it");
    public static readonly ProblemKind NoSuchKey = new("no-such-key", 404, "No such API key");
    public static readonly ProblemKind NoSuchSignIn = new("no-such-sign-in", 404, "No such sign-in");
    public static readonly ProblemKind InvalidRequest = new("invalid-request", 400, "The request cannot be read");
    public static readonly ProblemKind ForeignHost = new("foreign-host", 400, "The server is not known under this name");
    public static readonly ProblemKind MethodNotAllowed = new("method-not-allowed", 405, "The address does not know this method");
    public static readonly ProblemKind TooLate = new("too-late", 409, "Something else happened first");
    public static readonly ProblemKind ProjectExists = new("project-exists", 409, "The name is taken");
    public static readonly ProblemKind ProjectNotSuspended = new("project-not-suspended", 409, "The project has to be suspended first");
    public static readonly ProblemKind LastProject = new("last-project", 409, "The last project stays");
    public static readonly ProblemKind TooManyProjects = new("too-many-projects", 409, "There are as many projects as may be");
    public static readonly ProblemKind NotInWrapUp = new("not-in-wrap-up", 409, "The employee is not in wrap-up");
    public static readonly ProblemKind NotConfigured = new("not-configured", 409, "The configuration does not provide for it");
    public static readonly ProblemKind LengthNeeded = new("length-needed", 411, "The length of the body is missing");
    public static readonly ProblemKind StaleVersion = new("stale-version", 412, "Another version was published meanwhile");
    public static readonly ProblemKind BodyTooLarge = new("body-too-large", 413, "The request body is too large");
    public static readonly ProblemKind AddressTooLong = new("address-too-long", 414, "The address is too long");
    public static readonly ProblemKind WrongMediaType = new("wrong-media-type", 415, "The media type is not supported");
    public static readonly ProblemKind InvalidConfiguration = new("invalid-configuration", 422, "The configuration has errors");
    public static readonly ProblemKind ReasonNeeded = new("not-ready-reason-needed", 422, "A reason for not ready is needed");
    public static readonly ProblemKind UnknownReason = new("unknown-not-ready-reason", 422, "The reason for not ready is unknown");
    public static readonly ProblemKind InvalidNumber = new("invalid-number", 422, "The number cannot be read");
    public static readonly ProblemKind DestinationForbidden = new("destination-forbidden", 422, "The destination is not allowed");
    public static readonly ProblemKind InvalidValue = new("invalid-value", 422, "A value is not allowed");
    public static readonly ProblemKind SoundRefused = new("sound-refused", 422, "The sound cannot be used");
    public static readonly ProblemKind TooManyRequests = new("too-many-requests", 429, "Too many requests");
    public static readonly ProblemKind HeadersTooLarge = new("headers-too-large", 431, "The headers are too large");
    public static readonly ProblemKind Failure = new("failure", 500, "The server made a mistake");
    public static readonly ProblemKind TooManyCalls = new("too-many-calls", 503, "The limit of live calls is reached");
    public static readonly ProblemKind SiloAway = new("silo-away", 503, "The silo of the project cannot be reached right now");
    public static readonly ProblemKind HistoryAway = new("history-away", 503, "The history cannot be reached right now");

    /// <summary>All of them, by status and name.</summary>
    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        .. typeof(ProblemKinds).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null)).OfType<ProblemKind>()
            .OrderBy(kind => kind.Status).ThenBy(kind => kind.Name, StringComparer.Ordinal),
    ];
}
