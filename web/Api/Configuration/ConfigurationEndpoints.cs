using System.ComponentModel;
using System.Globalization;
using System.Security.Claims;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Ports;
using CallCenter.Web.Api.Access;
using CallCenter.Web.Api.Description;
using CallCenter.Web.Api.Problems;
using CallCenter.Web.Audit;
using CallCenter.Web.SignIn;
using Microsoft.Net.Http.Headers;

namespace CallCenter.Web.Api.Configuration;

/// <summary><c>/api/v1/configuration</c>: export, import, validation, schema and versions of the project's document.</summary>
public static class ConfigurationEndpoints
{
    private const string Json = "application/json";

    public static void MapConfiguration(this RouteGroupBuilder api)
    {
        api.MapGet("/configuration", Export).Needs(Rights.Administer)
            .WithName("exportConfiguration").WithTags("Configuration")
            .WithSummary("The published configuration document")
            .WithDescription("The ETag is the version. Secrets are not in it; those that are kept stay in force when it is imported again.")
            .Produces<ProjectConfiguration>()
            .Produces(StatusCodes.Status304NotModified)
            .WithCurl("curl -H \"Authorization: Bearer $KEY\" \"$URL/api/v1/configuration\" -o project.json");
        api.MapPut("/configuration", Import).Needs(Rights.Administer)
            .WithName("importConfiguration").WithTags("Configuration")
            .WithSummary("Validates a document and publishes it")
            .WithDescription("With If-Match only if the version of that ETag is still published. With any error nothing is applied.")
            .Accepts<ProjectConfiguration>(Json)
            .Produces<PublishedDto>()
            .ProducesProblems(400, 412, 413, 422)
            .WithBodyLimit(ConfigurationJson.MostBytes)
            .WithCurl("curl -X PUT -H \"Authorization: Bearer $KEY\" -H \"Content-Type: application/json\" -H 'If-Match: \"3\"' "
                + "--data-binary @project.json \"$URL/api/v1/configuration\"");
        api.MapPost("/configuration/validate", Validate).Needs(Rights.Administer)
            .WithName("validateConfiguration").WithTags("Configuration")
            .WithSummary("Every error and warning of a document, without publishing it")
            .Accepts<ProjectConfiguration>(Json)
            .Produces<ValidationDto>()
            .ProducesProblems(413)
            .WithBodyLimit(ConfigurationJson.MostBytes)
            .WithCurl("curl -X POST -H \"Authorization: Bearer $KEY\" -H \"Content-Type: application/json\" "
                + "--data-binary @project.json \"$URL/api/v1/configuration/validate\"");
        api.MapGet("/configuration/schema", Schema).Needs(Rights.SignedIn)
            .WithName("getConfigurationSchema").WithTags("Configuration")
            .WithSummary("The JSON schema of the document")
            .Produces<object>(contentType: "application/schema+json")
            .WithCurl("curl -H \"Authorization: Bearer $KEY\" \"$URL/api/v1/configuration/schema\"");
        api.MapGet("/configuration/versions", Versions).Needs(Rights.Administer)
            .WithName("listConfigurationVersions").WithTags("Configuration")
            .WithSummary("Published versions, newest first")
            .Produces<IReadOnlyList<VersionDto>>()
            .ProducesProblems(503)
            .WithCurl("curl -H \"Authorization: Bearer $KEY\" \"$URL/api/v1/configuration/versions\"");
        api.MapGet("/configuration/versions/{version:int}", Version).Needs(Rights.Administer)
            .WithName("getConfigurationVersion").WithTags("Configuration")
            .WithSummary("The document of one published version")
            .Produces<ProjectConfiguration>()
            .ProducesProblems(404, 503)
            .WithCurl("curl -H \"Authorization: Bearer $KEY\" \"$URL/api/v1/configuration/versions/1\"");
    }

    private static async Task<IResult> Export(
        ClaimsPrincipal user, IGrainFactory grains, AuditLog audit)
    {
        var project = user.Caller().Project;
        // The version first: published in between, the answer is newer than its tag, and a later write is refused rather than lost.
        var (version, _) = await grains.Project(project).Configuration();
        var document = await grains.Configuration(project).Export();
        await audit.NoteReading(AuditKind.ConfigurationRead, version.ToString(CultureInfo.InvariantCulture));
        return Results.Bytes(document, Json, entityTag: VersionTag.Of(version));
    }

    private static async Task<IResult> Validate(
        ClaimsPrincipal user, HttpRequest request, IGrainFactory grains, CancellationToken cancellation)
    {
        var found = await grains.Configuration(user.Caller().Project).Validate(await Read(request, cancellation));
        var errors = ToProblemErrors(found, areWarnings: false);
        return Results.Ok(new ValidationDto(errors.Count == 0, errors, ToProblemErrors(found, areWarnings: true)));
    }

    private static async Task<IResult> Import(
        ClaimsPrincipal user, HttpRequest request, HttpResponse response, IGrainFactory grains, AuditLog audit,
        CancellationToken cancellation)
    {
        var caller = user.Caller();
        if (!VersionTag.TryRead(request.Headers.IfMatch, out var basedOn))
            return ProblemKinds.InvalidRequest.With("The header If-Match is no version.",
                [new ProblemError("If-Match", $"\"{request.Headers.IfMatch}\" is no version.",
                    "The ETag of GET /api/v1/configuration, e.g. \"3\".")]);
        var result = await grains.Configuration(caller.Project).Import(await Read(request, cancellation), basedOn, audit.Actor);
        if (result.Version is { } version)
        {
            response.Headers.ETag = VersionTag.Of(version).ToString();
            return Results.Ok(new PublishedDto(version, ToProblemErrors(result.Errors, areWarnings: true)));
        }
        return result.Refused is { } refused
            ? refused.ToProblem()
            : ProblemKinds.InvalidConfiguration.With("Nothing was applied; errors names every error with its place.",
                ToProblemErrors(result.Errors, areWarnings: false));
    }

    private static IResult Schema() => Results.Bytes(ConfigurationSchema.Json, "application/schema+json");

    private static async Task<IReadOnlyList<VersionDto>> Versions(
        ClaimsPrincipal user, IHistoryReader history, CancellationToken cancellation) =>
    [
        .. (await history.ConfigurationVersions(user.Caller().Project, cancellation))
            .Select(version => new VersionDto(version.Version, version.Author, version.At.ToTime())),
    ];

    private static async Task<IResult> Version(
        [Description("Number of the version.")] int version, ClaimsPrincipal user, IHistoryReader history, AuditLog audit,
        CancellationToken cancellation)
    {
        if (await history.ConfigurationDocument(user.Caller().Project, version, cancellation) is not { } document)
            return ProblemKinds.NoSuchVersion.With(
                $"Version {version} was never published. /api/v1/configuration/versions lists those there are.");
        await audit.NoteReading(AuditKind.ConfigurationRead, version.ToString(CultureInfo.InvariantCulture));
        return Results.Json(document, ConfigurationJson.Indented, Json);
    }

    private static async Task<byte[]> Read(HttpRequest request, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellation);
        return buffer.ToArray();
    }

    private static IReadOnlyList<ProblemError> ToProblemErrors(IReadOnlyList<ConfigurationError> found, bool areWarnings) =>
    [
        .. found.Where(error => error.IsWarning == areWarnings)
            .Select(error => new ProblemError(error.Path, error.Problem, error.Remedy)),
    ];
}

/// <summary>A configuration version as an entity tag.</summary>
internal static class VersionTag
{
    public static EntityTagHeaderValue Of(int version) => new($"\"{version}\"");

    /// <summary>No header and <c>*</c> mean: regardless of the version.</summary>
    public static bool TryRead(string? header, out int? version)
    {
        version = null;
        if (string.IsNullOrWhiteSpace(header) || header.Trim() == "*") return true;
        if (!EntityTagHeaderValue.TryParse(header, out var tag) || !int.TryParse(tag.Tag.AsSpan().Trim('"'), out var number)) return false;
        version = number;
        return true;
    }
}
