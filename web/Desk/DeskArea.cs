using CallCenter.Abstractions;
using CallCenter.Web.Languages;
using CallCenter.Web.Live;
using CallCenter.Web.Shell;
using CallCenter.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CallCenter.Web.Desk;

/// <summary>The employee's desk: his state, his call, why no call is coming.</summary>
public static class DeskArea
{
    public static void AddDesk(this IServiceCollection services)
    {
        services.AddSingleton<EmployeeOrders>();
        services.AddSingleton<ILiveRegion, DeskRegion>();
    }

    public static void MapDesk(this IEndpointRouteBuilder app)
    {
        app.MapPost("/desk/{employee}/availability", Choose).RequireAuthorization(Policies.SignedIn);
        app.MapPost("/desk/messages/done", Finish).RequireAuthorization(Policies.SignedIn);
        app.MapGet("/desk/{employee}/last-calls", Last).RequireAuthorization(Policies.SignedIn);
    }

    private static async Task<IResult> Last(HttpContext context, string employee, Reach reach) =>
        await reach.MaySee(Viewer.Of(context.User)!, new EmployeeId(employee))
            ? new RazorComponentResult<LastCalls>(new { Employee = new EmployeeId(employee) })
            : TypedResults.Forbid();

    private static async Task<IResult> Choose(
        HttpContext context, string employee, EmployeeOrders orders, Reach reach, [FromForm] string? choose,
        [FromForm] string? returnUrl)
    {
        var (viewer, id) = (Viewer.Of(context.User)!, new EmployeeId(employee));
        if (!await reach.MayOrder(viewer, id))
        {
            return TypedResults.Forbid();
        }

        return Answer(context, await orders.Choose(choose, id, viewer), returnUrl);
    }

    private static async Task<IResult> Finish(
        HttpContext context, EmployeeOrders orders, Reach reach, [FromForm] long call, [FromForm] string? returnUrl)
    {
        var (viewer, id) = (Viewer.Of(context.User)!, new CallId(call));
        return await reach.MayFinish(viewer, id)
            ? Answer(context, await orders.FinishMessage(viewer, id), returnUrl) : TypedResults.Forbid();
    }

    private static IResult Answer(HttpContext context, CommandReply reply, string? returnUrl)
    {
        var refusal = (reply as Refused)?.Refusal;
        if (QuietForm.Is(context.Request))
        {
            return refusal is { } reason
                ? TypedResults.Text(DeskTexts.Problem(reason).In(LanguageChoice.Of(context)), statusCode: StatusCodes.Status409Conflict)
                : TypedResults.NoContent();
        }

        var back = ReturnUrl.OrHome(returnUrl);
        return TypedResults.LocalRedirect(refusal is { } problem ? $"{back}?problem={problem}" : back);
    }
}
