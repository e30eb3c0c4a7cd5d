using System.ComponentModel;
using System.Security.Claims;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Employees;
using CallCenter.Abstractions.Grains;
using CallCenter.Web.Api.Access;
using CallCenter.Web.Api.Description;
using CallCenter.Web.Api.Problems;
using CallCenter.Web.Desk;
using CallCenter.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CallCenter.Web.Api.Employees;

/// <summary><c>/api/v1/employees</c>: who they are, what they do, and their availability.</summary>
public static class EmployeeEndpoints
{
    public static void MapEmployees(this RouteGroupBuilder api)
    {
        api.MapGet("/employees", List).Needs(Rights.SignedIn)
            .WithName("listEmployees").WithTags("Employees")
            .WithSummary("The employees as they are now")
            .WithDescription("Employees see themselves only.")
            .Produces<IReadOnlyList<EmployeeDto>>()
            .WithCurl("curl -H \"Authorization: Bearer $KEY\" \"$URL/api/v1/employees\"");
        api.MapGet("/employees/{id}", One).Needs(Rights.SignedIn)
            .WithName("getEmployee").WithTags("Employees")
            .WithSummary("One employee, with the reasons why no call comes to him")
            .Produces<EmployeeDeskDto>()
            .ProducesProblems(404)
            .WithCurl("curl -H \"Authorization: Bearer $KEY\" \"$URL/api/v1/employees/olena\"");
        api.MapPut("/employees/{id}/availability", SetAvailability).Needs(Rights.SignedIn)
            .WithName("setAvailability").WithTags("Employees")
            .WithSummary("Signs an employee in or out, or makes him ready or not ready")
            .WithDescription("During a call it takes effect after the call. Employees may set their own only.")
            .Produces<EmployeeDto>()
            .ProducesProblems(400, 404, 422)
            .WithExample("""{ "availability": "notReady", "reason": "lunch" }""")
            .WithCurl("curl -X PUT -H \"Authorization: Bearer $KEY\" -H \"Content-Type: application/json\" "
                + "-d '{\"availability\":\"notReady\",\"reason\":\"lunch\"}' \"$URL/api/v1/employees/olena/availability\"");
        api.MapPost("/employees/{id}/wrap-up/finish", FinishWrapUp).Needs(Rights.SignedIn)
            .WithName("finishWrapUp").WithTags("Employees")
            .WithSummary("Ends an employee's wrap-up before its time")
            .Produces<EmployeeDto>()
            .ProducesProblems(404, 409)
            .WithCurl("curl -X POST -H \"Authorization: Bearer $KEY\" \"$URL/api/v1/employees/olena/wrap-up/finish\"");
    }

    private static async Task<IReadOnlyList<EmployeeDto>> List(ClaimsPrincipal user, IGrainFactory grains, Reach reach)
    {
        var caller = user.Caller();
        var board = await grains.Project(caller.Project).Board();
        var seen = caller.May(Rights.Watch) ? (await reach.People(caller)).Select(one => one.Id).ToHashSet() : [];
        return [.. board.Employees.Where(line => line.Id == caller.Employee || seen.Contains(line.Id.Value)).Select(EmployeeDto.From)];
    }

    private static async Task<IResult> One(
        [Description("Key of the employee.")] string id, ClaimsPrincipal user, IGrainFactory grains, Reach reach)
    {
        var caller = user.Caller();
        var employee = new EmployeeId(id);
        var desk = await reach.MaySee(caller, employee) ? await grains.Employee(caller.Project, employee).Desk() : null;
        return desk is null ? NoSuchEmployee(id) : Results.Ok(EmployeeDeskDto.From(desk, caller.May(Rights.Watch)));
    }

    private static Task<IResult> SetAvailability(
        [Description("Key of the employee.")] string id, AvailabilityRequest request, ClaimsPrincipal user, IGrainFactory grains,
        EmployeeOrders orders, Reach reach)
    {
        if (!EnumWords.TryParse<Availability>(request.Availability, out var availability))
            return Task.FromResult<IResult>(ProblemKinds.InvalidRequest.With("The body says no availability.",
            [
                new ProblemError("$.availability", $"\"{request.Availability}\" is unknown.", $"One of: {EnumWords.All<Availability>()}."),
            ]));
        var (caller, employee) = (user.Caller(), new EmployeeId(id));
        return Told(caller, employee, grains, reach, () => orders.SetAvailability(caller, employee, availability, request.Reason));
    }

    private static Task<IResult> FinishWrapUp(
        [Description("Key of the employee.")] string id, ClaimsPrincipal user, IGrainFactory grains,
        EmployeeOrders orders, Reach reach)
    {
        var (caller, employee) = (user.Caller(), new EmployeeId(id));
        return Told(caller, employee, grains, reach, () => orders.FinishWrapUp(caller, employee));
    }

    private static async Task<IResult> Told(
        Viewer caller, EmployeeId employee, IGrainFactory grains, Reach reach, Func<ValueTask<CommandReply>> order)
    {
        if (!await reach.MayOrder(caller, employee)) return NoSuchEmployee(employee.Value);
        if (await order() is Refused refused) return refused.ToProblem();
        var desk = await grains.Employee(caller.Project, employee).Desk();
        return desk is null ? NoSuchEmployee(employee.Value) : Results.Ok(EmployeeDto.From(desk.Line));
    }

    private static ProblemHttpResult NoSuchEmployee(string id) =>
        ProblemKinds.NoSuchEmployee.With($"There is no employee \"{id}\" that you may see. /api/v1/employees lists those there are.");
}
