using System.ComponentModel;
using System.Security.Claims;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.History;
using CallCenter.Abstractions.Ports;
using CallCenter.Web.Api.Access;
using CallCenter.Web.Api.Description;
using CallCenter.Web.Api.Problems;
using CallCenter.Web.Audit;
using CallCenter.Web.Calls;
using CallCenter.Web.Calls.Card;
using CallCenter.Web.Languages;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Api.Calls;

/// <summary><c>/api/v1/calls</c>: the journal, a call's card, ending a live call.</summary>
public static class CallEndpoints
{
    public static void MapCalls(this RouteGroupBuilder api)
    {
        api.MapGet("/calls", List).Needs(Rights.SignedIn)
            .WithName("listCalls").WithTags("Calls")
            .WithSummary("Ended calls, filtered and sorted, page by page")
            .WithDescription("Employees see their own calls only. With format=csv all pages are streamed as one CSV file.")
            .Produces<CallListDto>(contentType: "application/json", additionalContentTypes: "text/csv")
            .ProducesProblems(400, 503)
            .WithCurl("curl -H \"Authorization: Bearer $KEY\" \"$URL/api/v1/calls?outcome=abandoned&size=20\"");
        api.MapGet("/calls/{id:long}", Card).Needs(Rights.SignedIn)
            .WithName("getCall").WithTags("Calls")
            .WithSummary("One ended call with its legs, queue visits, steps and explained decisions")
            .WithDescription("A live call has no record yet; the board shows it.")
            .Produces<CallCardDto>()
            .ProducesProblems(404, 503)
            .WithCurl("curl -H \"Authorization: Bearer $KEY\" \"$URL/api/v1/calls/1?lang=uk\"");
        api.MapPost("/calls/{id:long}/end", End).Needs(Rights.Intervene)
            .WithName("endCall").WithTags("Calls")
            .WithSummary("Ends a live call")
            .WithDescription("Every leg of the call is hung up; the record says that the system ended it.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(404, 409)
            .WithCurl("curl -X POST -H \"Authorization: Bearer $KEY\" \"$URL/api/v1/calls/1/end\"");
        api.MapPut("/calls/{id:long}/recording", Record).Needs(Rights.Intervene)
            .WithName("pauseRecording").WithTags("Calls")
            .WithSummary("Pauses the recording of a live call, or lets it go on")
            .WithDescription("Meanwhile silence of true length is recorded. 400 where nothing of the call is being recorded.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(400, 404)
            .WithCurl(
                "curl -X PUT -H \"Authorization: Bearer $KEY\" -H \"Content-Type: application/json\" "
                + "-d '{\"paused\":true}' \"$URL/api/v1/calls/1/recording\"");
    }

    private static async Task<IResult> List(
        [AsParameters] CallListParameters parameters, ClaimsPrincipal user, HttpRequest request, IHistoryReader history,
        IGrainFactory grains, AuditLog audit, SignInTruth truth, CancellationToken cancellation)
    {
        var caller = user.Caller();
        var (query, errors) = parameters.Read(caller);
        if (errors.Count > 0) return ProblemKinds.InvalidRequest.With("Parts of the query string are wrong; errors names each.", errors);
        query = await query.WithNumberRead(parameters.Number, grains, caller.Project);
        var (_, document) = await grains.Project(caller.Project).Configuration();
        var names = ProjectNames.Of(document);
        var csv = parameters.WantsCsv(request);
        if (csv) query = query with { Size = CallListParameters.LargestPage };
        // Read before the answer begins, so that a history that is away is said with a status.
        var page = await history.Calls(caller.Project, query, cancellation);
        await (csv ? audit.NoteReading(AuditKind.CallsExported, null, request.QueryString.Value) : audit.NoteReading(AuditKind.CallsRead));
        if (csv)
        {
            var zone = ProjectTime.Zone(document.TimeZone);
            return new CallCsvResult(caller.Project, query, page, history, names, zone, truth, parameters.WantsByteOrderMark);
        }

        return Results.Ok(new CallListDto(
            [.. page.Rows.Select(row => CallDto.From(row, names))],
            page.Next is { } next ? CallCursors.Write(next, query.Sort, query.Descending) : null,
            Math.Min(page.Total, CallPage.CountedUpTo), page.Total >= CallPage.CountedUpTo));
    }

    private static async Task<IResult> Card(
        [Description("Number of the call.")] long id,
        [Description("Language of the explanations: en, uk or ru; else Accept-Language decides.")] string? lang,
        ClaimsPrincipal user, HttpRequest request, IHistoryReader history, IGrainFactory grains, AuditLog audit,
        CancellationToken cancellation)
    {
        var caller = user.Caller();
        var call = new CallId(id);
        var card = await history.Call(caller.Project, call, cancellation);
        if (card is not null && !Reach.MaySee(caller, card.Record)) card = null;
        if (card is null) return await NoRecord(caller, call, grains);
        await audit.NoteReading(AuditKind.CallsRead);
        var names = ProjectNames.Of((await grains.Project(caller.Project).Configuration()).Document);
        return Results.Ok(CallCardDto.From(
            CardOf.Seen(card, caller), names, LanguageNames.FromTag(lang) ?? LanguageChoice.Of(request.HttpContext)));
    }

    private static async Task<IResult> NoRecord(Viewer caller, CallId call, IGrainFactory grains)
    {
        var board = caller.May(Rights.Watch) ? await grains.Project(caller.Project).Board() : null;
        return board?.Calls.Any(line => line.Id == call && caller.Sees(line.Department)) == true
            ? ProblemKinds.NoSuchCall.With($"Call {call} is still live; its record is written when it ends. /api/v1/board shows it now.")
            : ProblemKinds.NoSuchCall.With($"There is no ended call {call} that you may see. /api/v1/calls lists those there are.");
    }

    private static async Task<IResult> Record(
        [Description("Number of a live call.")] long id, RecordingPauseDto pause, ClaimsPrincipal user, IGrainFactory grains,
        AuditLog audit, Reach reach)
    {
        var (caller, call) = (user.Caller(), new CallId(id));
        if (!await reach.MayEnd(caller, call))
            return ProblemKinds.NoSuchCall.With($"There is no live call {call} that you may act on.");
        var act = audit.Act(pause.Paused ? AuditKind.RecordingPaused : AuditKind.RecordingResumed, call.ToString());
        return await grains.Call(caller.Project, call).PauseRecording(pause.Paused, caller.Name, act) is Refused refused
            ? refused.ToProblem()
            : Results.NoContent();
    }

    private static async Task<IResult> End(
        [Description("Number of a live call.")] long id, ClaimsPrincipal user, IGrainFactory grains, AuditLog audit, Reach reach)
    {
        var (caller, call) = (user.Caller(), new CallId(id));
        if (!await reach.MayEnd(caller, call)) return ProblemKinds.NoSuchCall.With($"There is no live call {call} that you may end.");
        var act = audit.Act(AuditKind.CallEnded, call.ToString());
        return await grains.Call(caller.Project, call).End(caller.Name, act) is Refused refused
            ? refused.ToProblem()
            : Results.NoContent();
    }
}
