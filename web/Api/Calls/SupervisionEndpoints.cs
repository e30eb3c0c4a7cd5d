using System.ComponentModel;
using System.Security.Claims;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Web.Api.Access;
using CallCenter.Web.Api.Description;
using CallCenter.Web.Api.Problems;
using CallCenter.Web.Calls;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Api.Calls;

/// <summary>Supervisors and the conversations of others: hearing them, whispering, joining, taking them over.</summary>
public static class SupervisionEndpoints
{
    private const string Whose = "Key of the supervisor; left out: whoever is signed in. An API key has to name one.";

    public static void MapSupervision(this RouteGroupBuilder api)
    {
        api.MapPut("/calls/{id:long}/supervision", Supervise).Needs(Rights.Supervise)
            .WithName("superviseCall").WithTags("Calls")
            .WithSummary("Rings a supervisor so that he hears a live call")
            .WithDescription("Where he hears it already, others hear him by the new mode from now on. The project has to let supervisors "
                + "listen (supervision), and he has to have a phone that can be rung and no call of his own.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(400, 404, 422)
            .WithExample("""{ "mode": "whisper", "supervisor": "head" }""")
            .WithCurl(
                "curl -X PUT -H \"Authorization: Bearer $KEY\" -H \"Content-Type: application/json\" "
                + "-d '{\"mode\":\"listen\",\"supervisor\":\"head\"}' \"$URL/api/v1/calls/1/supervision\"");
        api.MapDelete("/calls/{id:long}/supervision", End).Needs(Rights.Supervise)
            .WithName("endSupervision").WithTags("Calls")
            .WithSummary("Hangs up the supervisor who hears a live call")
            .WithDescription("The conversation goes on.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(400, 404, 409)
            .WithCurl("curl -X DELETE -H \"Authorization: Bearer $KEY\" \"$URL/api/v1/calls/1/supervision?supervisor=head\"");
        api.MapPost("/calls/{id:long}/take-over", TakeOver).Needs(Rights.Supervise)
            .WithName("takeOverCall").WithTags("Calls")
            .WithSummary("The supervisor who hears a live call goes on with it in the employee's place")
            .WithDescription("The employee is hung up. A call that its employee dialled cannot be taken from him.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(400, 404, 409, 422)
            .WithCurl("curl -X POST -H \"Authorization: Bearer $KEY\" \"$URL/api/v1/calls/1/take-over?supervisor=head\"");
    }

    private static Task<IResult> Supervise(
        [Description("Number of a live call.")] long id, SupervisionDto wanted, ClaimsPrincipal user, SupervisionOrders orders, Reach reach)
    {
        var (caller, call) = (user.Caller(), new CallId(id));
        if (!EnumWords.TryParse<SupervisionMode>(wanted.Mode, out var mode))
            return Task.FromResult<IResult>(ProblemKinds.InvalidRequest.With("The body says no mode.",
            [
                new ProblemError("$.mode", $"\"{wanted.Mode}\" is unknown.", $"One of: {EnumWords.All<SupervisionMode>()}."),
            ]));
        return Told(
            caller, call, wanted.Supervisor, "$.supervisor", reach, supervisor => orders.Supervise(caller, call, supervisor, mode));
    }

    private static Task<IResult> End(
        [Description("Number of a live call.")] long id, [Description(Whose)] string? supervisor, ClaimsPrincipal user,
        SupervisionOrders orders, Reach reach)
    {
        var (caller, call) = (user.Caller(), new CallId(id));
        return Told(caller, call, supervisor, "supervisor", reach, one => orders.End(caller, call, one));
    }

    private static Task<IResult> TakeOver(
        [Description("Number of a live call.")] long id, [Description(Whose)] string? supervisor, ClaimsPrincipal user,
        SupervisionOrders orders, Reach reach)
    {
        var (caller, call) = (user.Caller(), new CallId(id));
        return Told(caller, call, supervisor, "supervisor", reach, one => orders.TakeOver(caller, call, one));
    }

    /// <param name="place">Where the supervisor stands in the request.</param>
    private static async Task<IResult> Told(
        Viewer caller, CallId call, string? named, string place, Reach reach, Func<EmployeeId, ValueTask<CommandReply>> order)
    {
        if ((named is null ? caller.Employee : new EmployeeId(named)) is not { } supervisor)
            return ProblemKinds.InvalidRequest.With("Nobody is named, and whoever asks is no employee.",
                [new ProblemError(place, "It is missing.", "The key of an employee who is a supervisor.")]);
        if (!await reach.MaySupervise(caller, call))
            return ProblemKinds.NoSuchCall.With($"There is no live call {call} that you may act on.");
        if (!await reach.MayHear(caller, supervisor, call))
            return ProblemKinds.NoSuchEmployee.With($"There is no supervisor \"{supervisor}\" who may hear call {call}.");
        return await order(supervisor) is Refused refused ? refused.ToProblem() : Results.NoContent();
    }
}
