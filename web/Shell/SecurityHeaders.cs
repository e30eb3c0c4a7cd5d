using CallCenter.Web.Work;

namespace CallCenter.Web.Shell;

/// <summary>
/// Headers that every answer carries. Scripts and styles come from our own files only; nothing is inline, but on pages that are worked with
/// the attribute <c>style</c>, by which MudBlazor places its menus, and a base address of our own site, by which circuits are found.
/// </summary>
public static class SecurityHeaders
{
    private const string Sources =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "media-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; ";

    private const string OfPages = Sources + "base-uri 'none'";
    private const string OfWorkingPages = Sources + "style-src-attr 'unsafe-inline'; base-uri 'self'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // Set when the answer starts, because the handler of exceptions clears what was set before.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = IsWorkingPage(context) ? OfWorkingPages : OfPages;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(self)";
            // Numbers and names of clients are kept by no proxy and no browser; only our own files say otherwise.
            if (headers.CacheControl.Count == 0)
            {
                headers.CacheControl = "no-store";
            }

            if (context.Request.IsHttps)
            {
                headers.StrictTransportSecurity = "max-age=31536000";
            }

            return Task.CompletedTask;
        });
        return next(context);
    });

    private static bool IsWorkingPage(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<WorkingPageAttribute>() is not null;
}
