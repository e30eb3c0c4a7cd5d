using System.Security.Claims;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Grains;
using CallCenter.Web.Api.Access;
using CallCenter.Web.Api.Description;
using CallCenter.Web.Api.Problems;
using CallCenter.Web.Audit;
using CallCenter.Web.Calls.Stages;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Api.Conversations;

/// <summary><c>/api/v1/conversations</c>: figures of recorded conversations.</summary>
public static class ConversationEndpoints
{
    public static void MapConversations(this RouteGroupBuilder api) =>
        api.MapGet("/conversations/stages", Stages).Needs(Rights.SignedIn)
            .WithName("getStages").WithTags("Conversations")
            .WithSummary("Who holds the floor at which stage of recorded conversations")
            .WithDescription(
                "Each recorded conversation with a client is cut into ten equal parts; the figures are means in which each conversation "
                + "counts the same. Employees get their own conversations only. The newest 2,000 of the period are read.")
            .Produces<StagesDto>()
            .ProducesProblems(400, 503)
            .WithCurl(
                "curl -H \"Authorization: Bearer $KEY\" \"$URL/api/v1/conversations/stages?employee=olena&from=2026-11-01T00:00:00Z\"");

    private static async Task<IResult> Stages(
        [AsParameters] StageParameters parameters, ClaimsPrincipal user, StageLookup stages, IGrainFactory grains, AuditLog audit,
        CancellationToken cancellation)
    {
        var caller = user.Caller();
        var (question, errors) = parameters.Read();
        if (errors.Count > 0) return ProblemKinds.InvalidRequest.With("Parts of the query string are wrong; errors names each.", errors);
        var (_, document) = await grains.Project(caller.Project).Configuration();
        var answer = await stages.Read(caller, document, question, cancellation);
        await audit.NoteReading(AuditKind.CallsRead);
        return Results.Ok(StagesDto.From(answer));
    }
}
