using System.ComponentModel;
using System.Security.Claims;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Projects;
using CallCenter.Web.Api.Access;
using CallCenter.Web.Api.Description;
using CallCenter.Web.Api.Problems;
using CallCenter.Web.Cluster;
using CallCenter.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CallCenter.Web.Api.Projects;

/// <summary>A project.</summary>
/// <param name="Company">The name in its configuration; empty until there is one.</param>
/// <param name="Silo">The silo that it lives on.</param>
public sealed record ProjectDto(string Name, string Company, ProjectStanding Standing, int Employees, int LiveCalls, string Silo)
{
    public static ProjectDto From(ListedProject listed)
    {
        var entry = listed.Entry;
        return new(entry.Id.Value, entry.Company, entry.Standing, entry.Employees, entry.LiveCalls, listed.Silo);
    }
}

/// <summary>The project to make.</summary>
/// <param name="Name">Lower-case letters, digits and hyphens, beginning with a letter; it stays for ever.</param>
/// <param name="Silo">The silo that it shall live on; without it the one of the key's or sign-in's project.</param>
public sealed record ProjectRequest(string? Name, string? Silo = null);

/// <summary>What is to become of a project.</summary>
/// <param name="Standing">active or suspended.</param>
public sealed record StandingRequest(string? Standing);

/// <summary><c>/api/v1/projects</c>: the projects of the installation, for operators.</summary>
public static class ProjectEndpoints
{
    public static void MapProjects(this RouteGroupBuilder api)
    {
        api.MapGet("/projects", List).Needs(Rights.Operate)
            .WithName("listProjects").WithTags("Projects")
            .WithSummary("The projects that there are")
            .WithDescription("A removed one is in the list until its last call has ended.")
            .Produces<IReadOnlyList<ProjectDto>>()
            .WithCurl("curl -H \"Authorization: Bearer $KEY\" \"$URL/api/v1/projects\"");
        api.MapPost("/projects", Make).Needs(Rights.Operate)
            .WithName("createProject").WithTags("Projects")
            .WithSummary("Makes a project")
            .WithDescription("It runs when this answers, and has an empty configuration. Its name is never given to another one.")
            .Produces<ProjectDto>(StatusCodes.Status201Created)
            .ProducesProblems(400, 409, 422)
            .WithExample("""{ "name": "shop" }""")
            .WithCurl("curl -X POST -H \"Authorization: Bearer $KEY\" -H \"Content-Type: application/json\" "
                + "-d '{\"name\":\"shop\"}' \"$URL/api/v1/projects\"");
        api.MapPut("/projects/{name}/standing", SetStanding).Needs(Rights.Operate)
            .WithName("setProjectStanding").WithTags("Projects")
            .WithSummary("Suspends a project, or lets it work again")
            .WithDescription("A suspended project takes no new calls (503) and lets nobody but the operator in; live calls go on.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(400, 404, 422)
            .WithExample("""{ "standing": "suspended" }""")
            .WithCurl("curl -X PUT -H \"Authorization: Bearer $KEY\" -H \"Content-Type: application/json\" "
                + "-d '{\"standing\":\"suspended\"}' \"$URL/api/v1/projects/shop/standing\"");
        api.MapDelete("/projects/{name}", Remove).Needs(Rights.Operate)
            .WithName("removeProject").WithTags("Projects")
            .WithSummary("Removes a suspended project")
            .WithDescription("It ends with its last call. Its history stays in the database.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(404, 409)
            .WithCurl("curl -X DELETE -H \"Authorization: Bearer $KEY\" \"$URL/api/v1/projects/shop\"");
    }

    private static async Task<IReadOnlyList<ProjectDto>> List(ProjectList projects) =>
        [.. (await projects.Read()).Select(ProjectDto.From)];

    private static async Task<IResult> Make(
        ProjectRequest request, ClaimsPrincipal user, ProjectChanges changes, ClusterView cluster)
    {
        var name = request.Name ?? "";
        return await changes.Make(name, request.Silo, user.Caller().Project) is { } refusal ? Problem(refusal, name, request.Silo)
            : Results.Created(
                $"/api/v1/projects/{name}",
                new ProjectDto(name, "", ProjectStanding.Active, 0, 0, cluster.PlaceOf(new ProjectId(name))?.Name ?? ""));
    }

    private static async Task<IResult> SetStanding(
        [Description("Name of the project.")] string name, StandingRequest request, ProjectChanges changes)
    {
        if (!EnumWords.TryParse<ProjectStanding>(request.Standing, out var standing) || standing == ProjectStanding.Removed)
            return ProblemKinds.InvalidValue.With("The project stays as it is.",
            [
                new ProblemError("$.standing", $"\"{request.Standing}\" is not allowed.", "active or suspended."),
            ]);
        return await changes.Set(new ProjectId(name), standing) is { } refusal ? Problem(refusal, name) : Results.NoContent();
    }

    private static async Task<IResult> Remove(
        [Description("Name of the project.")] string name, ProjectChanges changes) =>
        await changes.Set(new ProjectId(name), ProjectStanding.Removed) is { } refusal
            ? Problem(refusal, name) : Results.NoContent();

    private static ProblemHttpResult Problem(ProjectRefusal refusal, string name, string? silo = null) => refusal switch
    {
        ProjectRefusal.NotAName => ProblemKinds.InvalidValue.With("The project was not made.",
        [
            new ProblemError(
                "$.name", "Is no name for a project.",
                "1 to 40 lower-case letters (a to z), digits and hyphens, beginning with a letter."),
        ]),
        ProjectRefusal.Exists => ProblemKinds.ProjectExists.With(
            $"There is, or was, a project \"{name}\"; history keeps its name. Choose another."),
        ProjectRefusal.TooMany => ProblemKinds.TooManyProjects.With("No more projects fit into this data folder."),
        ProjectRefusal.NoSuchSilo => ProblemKinds.InvalidValue.With("The project was not made.",
        [
            new ProblemError("$.silo", $"There is no silo \"{silo}\".", "One of those that /api/v1/projects names, or none."),
        ]),
        ProjectRefusal.NotSuspended => ProblemKinds.ProjectNotSuspended.With(
            $"The project \"{name}\" works. Suspend it first: PUT /api/v1/projects/{name}/standing."),
        ProjectRefusal.LastOne => ProblemKinds.LastProject.With("The last project stays. Make another one first."),
        _ => ProblemKinds.NoSuchProject.With($"There is no project \"{name}\". /api/v1/projects lists those there are."),
    };
}
