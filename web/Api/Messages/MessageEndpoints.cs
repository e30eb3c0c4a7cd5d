using System.ComponentModel;
using System.Security.Claims;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Grains;
using CallCenter.Web.Api.Access;
using CallCenter.Web.Api.Description;
using CallCenter.Web.Api.Problems;
using CallCenter.Web.Calls;
using CallCenter.Web.Desk;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Api.Messages;

/// <summary><c>/api/v1/messages</c>: what callers left and nobody took care of yet.</summary>
public static class MessageEndpoints
{
    public static void MapMessages(this RouteGroupBuilder api)
    {
        api.MapGet("/messages", List).Needs(Rights.SignedIn)
            .WithName("listMessages").WithTags("Messages")
            .WithSummary("The messages that wait for an employee")
            .WithDescription(
                "Those of his own mailbox, of his departments' and of clients whom he is responsible for, oldest first. "
                + "Employees see their own only.")
            .Produces<IReadOnlyList<MessageDto>>()
            .ProducesProblems(400, 404)
            .WithCurl("curl -H \"Authorization: Bearer $KEY\" \"$URL/api/v1/messages?employee=olena\"");
        api.MapPost("/messages/{call:long}/done", Finish).Needs(Rights.SignedIn)
            .WithName("finishMessage").WithTags("Messages")
            .WithSummary("Says that a message is taken care of")
            .WithDescription("It leaves every desk. 409 where it waits no longer.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(404, 409)
            .WithCurl("curl -X POST -H \"Authorization: Bearer $KEY\" \"$URL/api/v1/messages/1/done\"");
    }

    private static async Task<IResult> List(
        [Description("Key of the employee; may be left out by one who is signed in.")] string? employee, ClaimsPrincipal user,
        IGrainFactory grains, Reach reach)
    {
        var caller = user.Caller();
        if ((QueryValues.Key(employee) is { } key ? new EmployeeId(key) : caller.Employee) is not { } whose)
        {
            return ProblemKinds.InvalidRequest.With(
                "Whose messages?", [new ProblemError("employee", "It is missing.", "The key of an employee.")]);
        }

        var desk = await reach.MaySee(caller, whose) ? await grains.Employee(caller.Project, whose).Desk() : null;
        if (desk is null)
            return ProblemKinds.NoSuchEmployee.With($"There is no employee \"{whose}\" that you may see. /api/v1/employees lists them.");
        var names = ProjectNames.Of((await grains.Project(caller.Project).Configuration()).Document);
        return Results.Ok(desk.Messages.Select(message => MessageDto.From(message, names)));
    }

    private static async Task<IResult> Finish(
        [Description("Number of the call that it was left in.")] long call, ClaimsPrincipal user, EmployeeOrders orders, Reach reach)
    {
        var (caller, id) = (user.Caller(), new CallId(call));
        if (!await reach.MayFinish(caller, id))
            return ProblemKinds.NoSuchCall.With($"There is no message of a call {id} that you may see.");
        return await orders.FinishMessage(caller, id) is Refused refused ? refused.ToProblem() : Results.NoContent();
    }
}
