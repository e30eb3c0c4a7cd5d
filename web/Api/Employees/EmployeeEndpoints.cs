using System.ComponentModel;
using System.Security.Claims;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Abstractions.Ports;
using CallCenter.Web.Api.Access;
using CallCenter.Web.Api.Description;
using CallCenter.Web.Api.Problems;

namespace CallCenter.Web.Api.Employees;

/// <summary><c>/api/v1/employees</c>: who they are, what they do, and their availability.</summary>
public static class EmployeeEndpoints
{
    public static void MapEmployees(this RouteGroupBuilder api)
    {
        api.MapGet("/employees", List).Needs(AccessLevel.Employee)
            .WithSummary("The employees as they are now")
            .WithDescription("Employees see themselves only.")
            .Produces<IReadOnlyList<EmployeeDto>>()
            .WithCurl("curl -H \"Authorization: Bearer $KEY\" \"$URL/api/v1/employees\"");
        api.MapGet("/employees/{id}", One).Needs(AccessLevel.Employee)
            .WithSummary("One employee, with the reasons why no call comes to him")
            .Produces<EmployeeDeskDto>()
            .ProducesProblems(404)
            .WithCurl("curl -H \"Authorization: Bearer $KEY\" \"$URL/api/v1/employees/olena\"");
        api.MapPut("/employees/{id}/availability", SetAvailability).Needs(AccessLevel.Employee)
            .WithSummary("Signs an employee in or out, or makes him ready or not ready")
            .WithDescription("During a call it takes effect after the call. Employees may set their own only.")
            .Produces<EmployeeDto>()
            .ProducesProblems(400, 404, 422)
            .WithExample("""{ "availability": "notReady", "reason": "lunch" }""")
            .WithCurl("curl -X PUT -H \"Authorization: Bearer $KEY\" -H \"Content-Type: application/json\" "
                + "-d '{\"availability\":\"notReady\",\"reason\":\"lunch\"}' \"$URL/api/v1/employees/olena/availability\"");
        api.MapPost("/employees/{id}/wrap-up/finish", FinishWrapUp).Needs(AccessLevel.Employee)
            .WithSummary("Ends an employee's wrap-up before its time")
            .Produces<EmployeeDto>()
            .ProducesProblems(404, 409)
            .WithCurl("curl -X POST -H \"Authorization: Bearer $KEY\" \"$URL/api/v1/employees/olena/wrap-up/finish\"");
    }

    private static async Task<IReadOnlyList<EmployeeDto>> List(ClaimsPrincipal user, IProjects projects, CancellationToken cancellation)
    {
        var caller = Caller.Of(user);
        var board = await projects.Board(caller.Project, cancellation);
        return [.. board.Employees.Where(line => caller.Sees(line.Id)).Select(EmployeeDto.From)];
    }

    private static async Task<IResult> One(
        [Description("Key of the employee.")] string id, ClaimsPrincipal user, IProjects projects, CancellationToken cancellation)
    {
        var caller = Caller.Of(user);
        var employee = new EmployeeId(id);
        var desk = caller.Sees(employee) ? await projects.Desk(caller.Project, employee, cancellation) : null;
        return desk is null ? NoSuchEmployee(id) : Results.Ok(EmployeeDeskDto.From(desk));
    }

    private static Task<IResult> SetAvailability(
        [Description("Key of the employee.")] string id, AvailabilityRequest request, ClaimsPrincipal user, IProjects projects,
        CancellationToken cancellation)
    {
        if (!EnumWords.TryParse<Availability>(request.Availability, out var availability))
            return Task.FromResult<IResult>(ProblemKinds.InvalidRequest.With("The body says no availability.",
            [
                new ProblemError("$.availability", $"\"{request.Availability}\" is unknown.", $"One of: {EnumWords.All<Availability>()}."),
            ]));
        var caller = Caller.Of(user);
        var command = new SetAvailability(new EmployeeId(id), availability, request.Reason, caller.Name);
        return SendFor(command.Employee, command, caller, projects, cancellation);
    }

    private static Task<IResult> FinishWrapUp(
        [Description("Key of the employee.")] string id, ClaimsPrincipal user, IProjects projects, CancellationToken cancellation)
    {
        var caller = Caller.Of(user);
        var employee = new EmployeeId(id);
        return SendFor(employee, new FinishWrapUp(employee, caller.Name), caller, projects, cancellation);
    }

    private static async Task<IResult> SendFor(
        EmployeeId employee, ProjectCommand command, Caller caller, IProjects projects, CancellationToken cancellation)
    {
        if (!caller.Sees(employee)) return NoSuchEmployee(employee.Value);
        if (await projects.Send(caller.Project, command, cancellation) is Refused refused) return refused.ToProblem();
        var desk = await projects.Desk(caller.Project, employee, cancellation);
        return desk is null ? NoSuchEmployee(employee.Value) : Results.Ok(EmployeeDto.From(desk.Line));
    }

    private static IResult NoSuchEmployee(string id) =>
        ProblemKinds.NoSuchEmployee.With($"There is no employee \"{id}\" that you may see. /api/v1/employees lists those there are.");
}
