using CallCenter.Abstractions.Configuration;

namespace CallCenter.Web.Tests.Roles;

/// <summary>Who may use an address.</summary>
/// <param name="Least">Null: everyone, strangers too.</param>
/// <param name="ByKey">Whether an API key of that level serves as well as a sign-in.</param>
/// <param name="ByOperator">Whether nobody but the operator may.</param>
public sealed record Decision(AccessLevel? Least, bool ByKey, bool ByOperator = false);

/// <summary>The whole list of addresses, each with the decision who may use it. An address that is not here fails the walk.</summary>
public static class Decisions
{
    private static readonly Decision Open = new(null, false);
    private static readonly Decision Employee = new(AccessLevel.Employee, false);
    private static readonly Decision Analyst = new(AccessLevel.Analyst, false);
    private static readonly Decision Supervisor = new(AccessLevel.Supervisor, false);
    private static readonly Decision Administrator = new(AccessLevel.Administrator, false);
    private static readonly Decision Operator = new(AccessLevel.Administrator, false, ByOperator: true);

    public static IReadOnlyDictionary<string, Decision> All { get; } = new Dictionary<string, Decision>
    {
        // Open to strangers, on purpose: monitors, the sign-in with its language and theme, and pages that say what went wrong.
        ["GET /health/live"] = Open,
        ["GET /health/ready"] = Open,
        ["GET /sign-in"] = Open,
        ["POST /sign-in"] = Open,
        ["GET /password/forgotten"] = Open,
        ["POST /password/forgotten"] = Open,
        ["GET /password/{Token}"] = Open,
        ["POST /password/{Token}"] = Open,
        // A phone that takes its settings has no sign-in: the address is sealed and valid for minutes.
        ["GET /phone/{token}"] = Open,
        ["POST /language"] = Open,
        ["POST /theme"] = Open,
        ["GET /error/{Code:int}"] = Open,
        ["POST /error/{Code:int}"] = Open,
        ["GET /not-found"] = Open,
        ["POST /not-found"] = Open,

        // The framework's own: leads on to an address that it encrypted itself.
        ["GET /_framework/opaque-redirect"] = Employee,
        ["GET /"] = Employee,
        ["POST /sign-out"] = Employee,
        ["GET /live/renew"] = Employee,
        ["GET /me"] = Employee,
        ["POST /me"] = Employee,
        ["ANY /hubs/live"] = Employee,
        ["ANY /hubs/live/negotiate"] = Employee,
        ["GET /api"] = Employee,
        ["POST /api"] = Employee,
        ["GET /desk"] = Employee,
        ["POST /desk"] = Employee,
        ["GET /desk/{Key}"] = Employee,
        ["POST /desk/{Key}"] = Employee,
        ["POST /desk/{employee}/availability"] = Employee,
        ["POST /desk/messages/done"] = Employee,
        ["GET /desk/{employee}/last-calls"] = Employee,
        ["GET /journal"] = Employee,
        ["POST /journal"] = Employee,
        ["GET /conversations"] = Employee,
        ["POST /conversations"] = Employee,
        ["GET /journal/{Id:long}"] = Employee,
        ["POST /journal/{Id:long}"] = Employee,
        // Whose conversation it is decides: see RecordingSoundTests.
        ["GET /journal/{id:long}/recordings/{conversation:int}.wav"] = Employee,
        ["GET /journal/{id:long}/recordings/{conversation:int}/peaks"] = Employee,

        ["POST /views/save"] = Employee,
        ["POST /views/remove"] = Employee,

        ["GET /board"] = Analyst,
        ["POST /board"] = Analyst,
        ["POST /board/end-call"] = Supervisor,
        ["POST /board/supervise"] = Supervisor,

        ["GET /settings"] = Administrator,
        ["POST /settings"] = Administrator,
        ["GET /settings/keys"] = Administrator,
        ["POST /settings/keys"] = Administrator,
        ["GET /settings/people"] = Administrator,
        ["POST /settings/people"] = Administrator,

        ["GET /settings/start"] = Administrator,
        ["POST /settings/start"] = Administrator,
        ["GET /settings/employees"] = Administrator,
        ["POST /settings/employees"] = Administrator,
        ["GET /settings/employees/export"] = Administrator,
        ["GET /settings/accounts"] = Administrator,
        ["POST /settings/accounts"] = Administrator,
        ["GET /settings/numbers"] = Administrator,
        ["POST /settings/numbers"] = Administrator,
        ["GET /settings/menus"] = Administrator,
        ["POST /settings/menus"] = Administrator,
        ["GET /settings/trunks"] = Administrator,
        ["POST /settings/trunks"] = Administrator,
        ["GET /settings/outgoing"] = Administrator,
        ["POST /settings/outgoing"] = Administrator,
        ["GET /settings/prompts"] = Administrator,
        ["POST /settings/prompts"] = Administrator,
        ["GET /settings/prompts/{set}/{name}.wav"] = Administrator,
        ["GET /settings/mail"] = Administrator,
        ["POST /settings/mail"] = Administrator,
        ["GET /settings/versions"] = Administrator,
        ["POST /settings/versions"] = Administrator,
        ["GET /settings/project"] = Administrator,
        ["POST /settings/project"] = Administrator,

        // Circuits. What a circuit may show was decided by the page that began it, and each island looks at its person again.
        ["ANY /_blazor"] = Employee,
        ["ANY /_blazor/negotiate"] = Employee,
        ["ANY /_blazor/disconnect/"] = Employee,
        ["ANY /_blazor/initializers/"] = Employee,

        ["GET /settings/projects"] = Operator,
        ["POST /settings/projects"] = Operator,
        ["GET /settings/audit"] = Administrator,
        ["POST /settings/audit"] = Administrator,

        ["GET /openapi/{documentName}.json"] = WithKey(AccessLevel.Employee),
        ["GET /api/v1/calls"] = WithKey(AccessLevel.Employee),
        ["GET /api/v1/calls/{id:long}"] = WithKey(AccessLevel.Employee),
        ["GET /api/v1/conversations/stages"] = WithKey(AccessLevel.Employee),
        ["GET /api/v1/employees"] = WithKey(AccessLevel.Employee),
        ["GET /api/v1/employees/{id}"] = WithKey(AccessLevel.Employee),
        ["PUT /api/v1/employees/{id}/availability"] = WithKey(AccessLevel.Employee),
        ["POST /api/v1/employees/{id}/wrap-up/finish"] = WithKey(AccessLevel.Employee),
        ["GET /api/v1/messages"] = WithKey(AccessLevel.Employee),
        ["POST /api/v1/messages/{call:long}/done"] = WithKey(AccessLevel.Employee),
        ["GET /api/v1/configuration/schema"] = WithKey(AccessLevel.Employee),

        ["ANY /hubs/board"] = WithKey(AccessLevel.Analyst),
        ["ANY /hubs/board/negotiate"] = WithKey(AccessLevel.Analyst),
        ["GET /api/v1/board"] = WithKey(AccessLevel.Analyst),
        ["PUT /api/v1/calls/{id:long}/recording"] = WithKey(AccessLevel.Supervisor),
        ["POST /api/v1/calls/{id:long}/end"] = WithKey(AccessLevel.Supervisor),
        ["PUT /api/v1/calls/{id:long}/supervision"] = WithKey(AccessLevel.Supervisor),
        ["DELETE /api/v1/calls/{id:long}/supervision"] = WithKey(AccessLevel.Supervisor),
        ["POST /api/v1/calls/{id:long}/take-over"] = WithKey(AccessLevel.Supervisor),
        ["GET /api/v1/clients/{number}"] = WithKey(AccessLevel.Analyst),
        ["PUT /api/v1/clients/{number}"] = WithKey(AccessLevel.Supervisor),

        ["GET /api/v1/configuration"] = WithKey(AccessLevel.Administrator),
        ["PUT /api/v1/configuration"] = WithKey(AccessLevel.Administrator),
        ["POST /api/v1/configuration/validate"] = WithKey(AccessLevel.Administrator),
        ["GET /api/v1/configuration/versions"] = WithKey(AccessLevel.Administrator),
        ["GET /api/v1/configuration/versions/{version:int}"] = WithKey(AccessLevel.Administrator),
        ["GET /api/v1/prompts"] = WithKey(AccessLevel.Administrator),
        ["GET /api/v1/prompts/{language}/{name}"] = WithKey(AccessLevel.Administrator),
        ["PUT /api/v1/prompts/{language}/{name}"] = WithKey(AccessLevel.Administrator),
        ["DELETE /api/v1/prompts/{language}/{name}"] = WithKey(AccessLevel.Administrator),
        ["GET /api/v1/audit"] = WithKey(AccessLevel.Administrator),
        ["GET /api/v1/keys"] = WithKey(AccessLevel.Administrator),
        ["POST /api/v1/keys"] = WithKey(AccessLevel.Administrator),
        ["DELETE /api/v1/keys/{id}"] = WithKey(AccessLevel.Administrator),
        ["PUT /api/v1/sign-ins/{name}/password"] = WithKey(AccessLevel.Administrator),
        ["GET /api/v1/projects"] = WithKey(AccessLevel.Administrator) with { ByOperator = true },
        ["POST /api/v1/projects"] = WithKey(AccessLevel.Administrator) with { ByOperator = true },
        ["PUT /api/v1/projects/{name}/standing"] = WithKey(AccessLevel.Administrator) with { ByOperator = true },
        ["DELETE /api/v1/projects/{name}"] = WithKey(AccessLevel.Administrator) with { ByOperator = true },
    };

    private static Decision WithKey(AccessLevel least) => new(least, true);
}
