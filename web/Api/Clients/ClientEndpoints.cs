using System.ComponentModel;
using System.Security.Claims;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Clients;
using CallCenter.Abstractions.Grains;
using CallCenter.Web.Api.Access;
using CallCenter.Web.Api.Description;
using CallCenter.Web.Api.Problems;
using CallCenter.Web.Audit;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Api.Clients;

/// <summary>What is known of a client.</summary>
/// <param name="Number">E.164.</param>
/// <param name="Responsible">Key of the employee responsible for him.</param>
/// <param name="LastTalked">Key of the employee who last talked to him.</param>
public sealed record ClientDto(string Number, string? Name, string? Responsible, string? LastTalked, DateTimeOffset? LastTalkedAt)
{
    public static ClientDto From(ClientSnapshot client) => new(
        client.Number, client.Name, client.Responsible?.Value, client.LastTalked?.Value, client.LastTalkedAt.ToTime());
}

/// <summary>What to keep of a client.</summary>
/// <param name="Name">His name; null takes it away.</param>
/// <param name="Responsible">Key of the employee responsible for him; null takes it away.</param>
public sealed record ClientRequest(string? Name, string? Responsible);

/// <summary><c>/api/v1/clients</c>: the link between a number and the CRM.</summary>
public static class ClientEndpoints
{
    private const int BodyLimitBytes = 16 * 1024;
    private const int LongestName = 200;

    public static void MapClients(this RouteGroupBuilder api)
    {
        api.MapGet("/clients/{number}", One).Needs(Rights.WatchWhole)
            .WithName("getClient").WithTags("Clients")
            .WithSummary("What is known of a client by number")
            .Produces<ClientDto>()
            .ProducesProblems(404)
            .WithCurl("curl -H \"Authorization: Bearer $KEY\" \"$URL/api/v1/clients/+380671234567\"");
        api.MapPut("/clients/{number}", Link).Needs(Rights.LinkClients)
            .WithName("linkClient").WithTags("Clients")
            .WithSummary("Sets a client's name and responsible employee")
            .WithDescription("The whole link is replaced; smart forwarding uses it from the next call on.")
            .Produces<ClientDto>()
            .ProducesProblems(400, 404, 422)
            .WithBodyLimit(BodyLimitBytes)
            .WithExample("""{ "name": "Ольга Шевченко", "responsible": "olena" }""")
            .WithCurl("curl -X PUT -H \"Authorization: Bearer $KEY\" -H \"Content-Type: application/json\" "
                + "-d '{\"name\":\"Ольга Шевченко\",\"responsible\":\"olena\"}' \"$URL/api/v1/clients/+380671234567\"");
    }

    private static async Task<IResult> One(
        [Description("The client's number in any form that can be read.")] string number, ClaimsPrincipal user, IGrainFactory grains,
        AuditLog audit)
    {
        if (await (await LinkOf(grains, user.Caller().Project, number)).Client() is not { } client)
            return ProblemKinds.NoSuchClient.With(
                $"Nothing is known of {number}: no call and no link. PUT the same address to set name and responsible employee.");
        await audit.NoteReading(AuditKind.ClientsRead);
        return Results.Ok(ClientDto.From(client));
    }

    private static async Task<IResult> Link(
        [Description("The client's number in any form that can be read.")] string number, ClientRequest request, ClaimsPrincipal user,
        IGrainFactory grains, AuditLog audit)
    {
        if (request.Name?.Length > LongestName)
            return ProblemKinds.InvalidValue.With("The name is too long.",
                [new ProblemError("$.name", $"Has {request.Name.Length} characters.", $"At most {LongestName} characters.")]);
        if (request.Name?.Any(char.IsControl) == true)
            return ProblemKinds.InvalidValue.With("The name is not one line of text.",
                [new ProblemError("$.name", "Contains a line break or another control character.", "One line of text.")]);
        var caller = user.Caller();
        var responsible = string.IsNullOrWhiteSpace(request.Responsible) ? (EmployeeId?)null : new EmployeeId(request.Responsible);
        var name = string.IsNullOrWhiteSpace(request.Name) ? null : request.Name.Trim();
        var link = await LinkOf(grains, caller.Project, number);
        var reply = await link.Link(name, responsible, caller.Name, audit.Act(AuditKind.ClientLinked, number, responsible?.Value));
        if (reply is Refused refused) return refused.ToProblem();
        return await link.Client() is { } client
            ? Results.Ok(ClientDto.From(client))
            : Results.NoContent();
    }

    /// <summary>What is no number is left to the project to refuse.</summary>
    private static async ValueTask<ICrmLinkGrain> LinkOf(IGrainFactory grains, ProjectId project, string typed) =>
        grains.CrmLink(project, await grains.Project(project).ReadNumber(typed) ?? typed);
}
