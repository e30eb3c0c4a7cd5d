using CallCenter.Abstractions.People;
using CallCenter.Web.Shell;
using CallCenter.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace CallCenter.Web.Views;

/// <summary>Views that people save for themselves.</summary>
public static class ViewArea
{
    public static void AddViews(this IServiceCollection services) => services.AddSingleton<SavedViews>();

    public static void MapViews(this IEndpointRouteBuilder app)
    {
        app.MapPost("/views/save", async (
            HttpContext context, SavedViews views, [FromForm] string? page, [FromForm] string? name, [FromForm] string? query,
            [FromForm] string? returnUrl) =>
            Back(returnUrl, await views.Save(Viewer.Of(context.User)!, new SavedView(page ?? "", name?.Trim() ?? "", query ?? ""))))
            .RequireAuthorization(Policies.SignedIn);
        app.MapPost("/views/remove", async (
            HttpContext context, SavedViews views, [FromForm] string? page, [FromForm] string? name, [FromForm] string? returnUrl) =>
            Back(returnUrl, await views.Remove(Viewer.Of(context.User)!, page ?? "", name ?? "")))
            .RequireAuthorization(Policies.SignedIn);
    }

    private static RedirectHttpResult Back(string? address, SaveOutcome outcome) => TypedResults.LocalRedirect(
        outcome == SaveOutcome.Saved ? ReturnUrl.OrHome(address)
            : QueryHelpers.AddQueryString(ReturnUrl.OrHome(address), "view", outcome.ToString()));
}
