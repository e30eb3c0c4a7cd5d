using System.Text.Encodings.Web;
using System.Text.Unicode;
using CallCenter.Abstractions.Grains;
using CallCenter.Web.Cluster;
using CallCenter.Web.Guard;
using CallCenter.Web.Settings.Guide;
using CallCenter.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;

namespace CallCenter.Web.Shell;

/// <summary>The frame around every page: document, layout, static files, security headers, error pages.</summary>
public static class ShellArea
{
    private static readonly object Versioned = new();

    public static void AddShell(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<StaticFilePaths>();
        services.AddSingleton<PackedFiles>();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "form";
            antiforgery.Cookie.HttpOnly = true;
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });

        // Letters of our languages are written as they are, not as entities: a third of the size of a Ukrainian page.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
    }

    public static void UseShell(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseGuard();
        app.UseWhen(context => !ProgramAddresses.Contain(context.Request.Path), pages =>
        {
            pages.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/error/500",
                CreateScopeForErrors = true,
                StatusCodeSelector = exception => exception switch
                {
                    BadHttpRequestException bad => bad.StatusCode,
                    _ when SilosAway.Caused(exception) => StatusCodes.Status503ServiceUnavailable,
                    _ => StatusCodes.Status500InternalServerError,
                },
            });
            pages.UseStatusCodePagesWithReExecute("/error/{0}", createScopeForStatusCodePages: true);
            pages.Use(AskForErrorPages);
        });
        app.UseWhen(context => ProgramAddresses.Contain(context.Request.Path), programs => programs.Use(SayThatSilosAreAway));
        app.Use(async (context, next) =>
        {
            if (StaticFilePaths.Unversioned(context.Request.Path) is { } path)
            {
                if (await app.Services.GetRequiredService<PackedFiles>().Answer(context, path))
                {
                    return;
                }

                context.Request.Path = path;
                context.Items[Versioned] = true;
            }

            await next(context);
        });
        app.UseStaticFiles(new StaticFileOptions
        {
            // Only what is there is kept for ever: a missing file may be of the next version.
            OnPrepareResponse = file =>
            {
                if (file.Context.Items.ContainsKey(Versioned))
                {
                    file.Context.Response.Headers.CacheControl = StaticFilePaths.KeptForEver;
                }
            },
        });
        app.UseRouting();
        app.UseGuardOfEndpoints();
    }

    public static void MapShell(this WebApplication app)
    {
        app.MapGet("/", async (HttpContext context, IGrainFactory grains) =>
            TypedResults.LocalRedirect(await HomeOf(Viewer.Of(context.User)!, grains))).RequireAuthorization(Policies.SignedIn);
        app.MapPost("/theme", (HttpContext context, [FromForm] string? theme, [FromForm] string? returnUrl) =>
        {
            var chosen = theme is "light" or "dark" ? theme : "auto";
            context.Response.Cookies.Append(Preferences.ThemeCookie, chosen, Preferences.LongLived(context, isForScript: true));
            return TypedResults.LocalRedirect(ReturnUrl.OrHome(returnUrl));
        }).AllowAnonymous();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(circuit =>
        {
            // Both are of our own headers (SecurityHeaders), and nothing that is sent twice is worth packing for attackers to guess at.
            circuit.ContentSecurityFrameAncestorsPolicy = null;
            circuit.DisableWebSocketCompression = true;
        });
    }

    // A page that is open tries its connection again and again meanwhile; that is no mistake to be logged.
    private static async Task SayThatSilosAreAway(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception failure) when (SilosAway.Caused(failure) && !context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    // A refused form is shown its error page by the same request, which by then must no longer be a form.
    private static Task AskForErrorPages(HttpContext context, RequestDelegate next)
    {
        if (ErrorPages.IsDrawnFor(context))
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }

    // Who finds nothing set up is led through it.
    private static async ValueTask<string> HomeOf(Viewer viewer, IGrainFactory grains)
    {
        if (!viewer.May(Rights.Watch)) return "/desk";
        return viewer.May(Rights.Administer) && (await grains.Project(viewer.Project).Configuration()).Version == 0
            ? GuidePage.Path : "/board";
    }
}
