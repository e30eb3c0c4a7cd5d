using System.Globalization;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Grains;
using CallCenter.Web.Audit;
using CallCenter.Web.Calls;
using CallCenter.Web.Languages;
using CallCenter.Web.Live;
using CallCenter.Web.Shell;
using CallCenter.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace CallCenter.Web.Board;

/// <summary>The supervisors' live board and the actions of its rows.</summary>
public static class BoardArea
{
    public static void AddBoard(this IServiceCollection services) => services
        .AddSingleton<DayComparison>()
        .AddSingleton<EarlierDaysOf>(static provider => provider.GetRequiredService<DayComparison>().Of)
        .AddSingleton<SupervisionOrders>()
        .AddSingleton<ILiveRegion, BoardRegion>();

    public static void MapBoard(this IEndpointRouteBuilder app)
    {
        app.MapPost("/board/end-call", End).RequireAuthorization(Policies.Intervene);
        app.MapPost("/board/supervise", Supervise).RequireAuthorization(Policies.Supervise);
    }

    private static async Task<IResult> End(
        HttpContext context, IGrainFactory grains, AuditLog audit, Reach reach, [FromForm] string? call, [FromForm] string? returnUrl)
    {
        var viewer = Viewer.Of(context.User)!;
        if (CallOf(call) is { } ended)
        {
            if (!await reach.MayEnd(viewer, ended)) return TypedResults.Forbid();

            // Refused means that the call ended meanwhile: what was wanted is so.
            await grains.Call(viewer.Project, ended).End(viewer.Name, audit.Act(AuditKind.CallEnded, ended.ToString()));
        }

        return Answer(context, Accepted.Instance, returnUrl);
    }

    private static async Task<IResult> Supervise(
        HttpContext context, SupervisionOrders orders, Reach reach, [FromForm] string? call, [FromForm] string? choose,
        [FromForm] string? returnUrl)
    {
        var viewer = Viewer.Of(context.User)!;
        if (CallOf(call) is not { } heard || viewer.Employee is not { } self) return TypedResults.BadRequest();
        return await reach.MaySupervise(viewer, heard)
            ? Answer(context, await orders.Choose(choose, heard, self, viewer), returnUrl) : TypedResults.Forbid();
    }

    private static CallId? CallOf(string? call) =>
        long.TryParse(call, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new CallId(id) : null;

    private static IResult Answer(HttpContext context, CommandReply reply, string? returnUrl)
    {
        if (!QuietForm.Is(context.Request)) return TypedResults.LocalRedirect(ReturnUrl.OrHome(returnUrl));
        return reply is Refused refused
            ? TypedResults.Text(
                BoardTexts.Problem(refused.Refusal).In(LanguageChoice.Of(context)), statusCode: StatusCodes.Status409Conflict)
            : TypedResults.NoContent();
    }
}
