using System.Globalization;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Grains;
using CallCenter.Web.Audit;
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
        .AddSingleton<ILiveRegion, BoardRegion>();

    public static void MapBoard(this IEndpointRouteBuilder app) => app.MapPost("/board/end-call", async Task<IResult> (
        HttpContext context, IGrainFactory grains, AuditLog audit, Reach reach, [FromForm] string? call,
        [FromForm] string? returnUrl) =>
    {
        var viewer = Viewer.Of(context.User)!;
        if (long.TryParse(call, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            var ended = new CallId(id);
            if (!await reach.MayEnd(viewer, ended)) return TypedResults.Forbid();

            // Refused means that the call ended meanwhile: what was wanted is so.
            await grains.Call(viewer.Project, ended).End(viewer.Name, audit.Act(AuditKind.CallEnded, ended.ToString()));
        }

        return QuietForm.Is(context.Request) ? TypedResults.NoContent() : TypedResults.LocalRedirect(ReturnUrl.OrHome(returnUrl));
    }).RequireAuthorization(Policies.Intervene);
}
