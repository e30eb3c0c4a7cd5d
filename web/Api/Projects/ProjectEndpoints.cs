using System.ComponentModel;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Ports;
using CallCenter.Abstractions.Projects;
using CallCenter.Web.Api.Access;
using CallCenter.Web.Api.Description;
using CallCenter.Web.Api.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CallCenter.Web.Api.Projects;

/// <summary>A project.</summary>
/// <param name="Company">The name in its configuration; empty until there is one.</param>
public sealed record ProjectDto(string Name, string Company, ProjectStanding Standing, int Employees, int LiveCalls)
{
    public static ProjectDto From(ProjectEntry entry) =>
        new(entry.Id.Value, entry.Company, entry.Standing, entry.Employees, entry.LiveCalls);
}

/// <summary>The project to make.</summary>
/// <param name="Name">Lower-case letters, digits and hyphens, beginning with a letter; it stays for ever.</param>
public sealed record ProjectRequest(string? Name);

/// <summary>What is to become of a project.</summary>
/// <param name="Standing">active or suspended.</param>
public sealed record StandingRequest(string? Standing);

/// <summary><c>/api/v1/projects</c>: the projects of the installation, for operators.</summary>
public static class ProjectEndpoints
{
    public static void MapProjects(this RouteGroupBuilder api)
    {
        api.MapGet("/projects", List).NeedsOperator()
            .WithName("listProjects").WithTags("Projects")
            .WithSummary("The projects that there are")
            .WithDescription("A removed one is in the list until its last call has ended.")
            .Produces<IReadOnlyList<ProjectDto>>()
            .WithCurl("curl -H \"Authorization: Bearer $KEY\" \"$URL/api/v1/projects\"");
        api.MapPost("/projects", Make).NeedsOperator()
            .WithName("createProject").WithTags("Projects")
            .WithSummary("Makes a project")
            .WithDescription("It runs when this answers, and has an empty configuration. Its name is never given to another one.")
            .Produces<ProjectDto>(StatusCodes.Status201Created)
            .ProducesProblems(400, 409, 422)
            .WithExample("""{ "name": "shop" }""")
            .WithCurl("curl -X POST -H \"Authorization: Bearer $KEY\" -H \"Content-Type: application/json\" "
                + "-d '{\"name\":\"shop\"}' \"$URL/api/v1/projects\"");
        api.MapPut("/projects/{name}/standing", SetStanding).NeedsOperator()
            .WithName("setProjectStanding").WithTags("Projects")
            .WithSummary("Suspends a project, or lets it work again")
            .WithDescription("A suspended project takes no new calls (503) and lets nobody but the operator in; live calls go on.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(400, 404, 422)
            .WithExample("""{ "standing": "suspended" }""")
            .WithCurl("curl -X PUT -H \"Authorization: Bearer $KEY\" -H \"Content-Type: application/json\" "
                + "-d '{\"standing\":\"suspended\"}' \"$URL/api/v1/projects/shop/standing\"");
        api.MapDelete("/projects/{name}", Remove).NeedsOperator()
            .WithName("removeProject").WithTags("Projects")
            .WithSummary("Removes a suspended project")
            .WithDescription("It ends with its last call. Its history stays in the database.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(404, 409)
            .WithCurl("curl -X DELETE -H \"Authorization: Bearer $KEY\" \"$URL/api/v1/projects/shop\"");
    }

    private static async Task<IReadOnlyList<ProjectDto>> List(IProjectRegistry registry, CancellationToken cancellation) =>
        [.. (await registry.List(cancellation)).Select(ProjectDto.From)];

    private static async Task<IResult> Make(ProjectRequest request, ProjectChanges changes, CancellationToken cancellation)
    {
        var name = request.Name ?? "";
        return await changes.Make(name, cancellation) is { } refusal ? Problem(refusal, name)
            : Results.Created($"/api/v1/projects/{name}", new ProjectDto(name, "", ProjectStanding.Active, 0, 0));
    }

    private static async Task<IResult> SetStanding(
        [Description("Name of the project.")] string name, StandingRequest request, ProjectChanges changes, CancellationToken cancellation)
    {
        if (!EnumWords.TryParse<ProjectStanding>(request.Standing, out var standing) || standing == ProjectStanding.Removed)
            return ProblemKinds.InvalidValue.With("The project stays as it is.",
            [
                new ProblemError("$.standing", $"\"{request.Standing}\" is not allowed.", "active or suspended."),
            ]);
        return await changes.Set(new ProjectId(name), standing, cancellation) is { } refusal ? Problem(refusal, name) : Results.NoContent();
    }

    private static async Task<IResult> Remove(
        [Description("Name of the project.")] string name, ProjectChanges changes, CancellationToken cancellation) =>
        await changes.Set(new ProjectId(name), ProjectStanding.Removed, cancellation) is { } refusal
            ? Problem(refusal, name) : Results.NoContent();

    private static ProblemHttpResult Problem(ProjectRefusal refusal, string name) => refusal switch
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
        ProjectRefusal.NotSuspended => ProblemKinds.ProjectNotSuspended.With(
            $"The project \"{name}\" works. Suspend it first: PUT /api/v1/projects/{name}/standing."),
        ProjectRefusal.LastOne => ProblemKinds.LastProject.With("The last project stays. Make another one first."),
        _ => ProblemKinds.NoSuchProject.With($"There is no project \"{name}\". /api/v1/projects lists those there are."),
    };
}
