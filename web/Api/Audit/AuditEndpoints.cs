using System.Security.Claims;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.History;
using CallCenter.Abstractions.Ports;
using CallCenter.Web.Api.Access;
using CallCenter.Web.Api.Description;
using CallCenter.Web.Api.Problems;
using CallCenter.Web.Audit;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Api.Audit;

/// <summary><c>/api/v1/audit</c>: who did what, for administrators.</summary>
public static class AuditEndpoints
{
    public static void MapAudit(this RouteGroupBuilder api) =>
        api.MapGet("/audit", List).Needs(Rights.Administer)
            .WithName("listAudit").WithTags("Audit")
            .WithSummary("Who did what: the audit log, filtered, page by page")
            .WithDescription("Newest first. An act is here about a second after it was done.")
            .Produces<AuditListDto>()
            .ProducesProblems(400, 503)
            .WithCurl("curl -H \"Authorization: Bearer $KEY\" \"$URL/api/v1/audit?kind=passwordSet&size=20\"");

    private static async Task<IResult> List(
        [AsParameters] AuditListParameters parameters, ClaimsPrincipal user, IHistoryReader history, AuditLog audit,
        CancellationToken cancellation)
    {
        var (query, errors) = parameters.Read();
        if (errors.Count > 0) return ProblemKinds.InvalidRequest.With("Parts of the query string are wrong; errors names each.", errors);
        var page = await history.Audit(user.Caller().Project, query, cancellation);
        await audit.NoteReading(AuditKind.AuditRead);
        return Results.Ok(new AuditListDto(
            [.. page.Rows.Select(AuditDto.From)], page.Next is { } next ? AuditCursors.Write(next) : null,
            Math.Min(page.Total, CallPage.CountedUpTo), page.Total >= CallPage.CountedUpTo));
    }
}
