using CallCenter.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace CallCenter.Web.Languages;

/// <summary>Registers the language of a request for components, and the switch.</summary>
public static class LanguageArea
{
    public static IServiceCollection AddLanguages(this IServiceCollection services) =>
        services.AddCascadingValue(provider => LanguageChoice.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext));

    public static void MapLanguages(this IEndpointRouteBuilder app) =>
        app.MapPost("/language", (HttpContext context, [FromForm] string? language, [FromForm] string? returnUrl) =>
        {
            if (LanguageNames.FromTag(language) is { } chosen)
            {
                context.Response.Cookies.Append(LanguageChoice.Cookie, chosen.Tag(), Preferences.LongLived(context, isForScript: false));
            }

            return TypedResults.LocalRedirect(ReturnUrl.OrHome(returnUrl));
        }).AllowAnonymous();
}
