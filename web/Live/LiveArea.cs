using CallCenter.Web.SignIn;
using Microsoft.AspNetCore.Http.Connections;

namespace CallCenter.Web.Live;

/// <summary>Live regions: the hub and what draws them. An area adds its region with <c>AddSingleton&lt;ILiveRegion, …&gt;</c>.</summary>
public static class LiveArea
{
    public const string HubPath = "/hubs/live";

    public static void AddLive(this IServiceCollection services)
    {
        services.AddSignalR(hub => hub.MaximumReceiveMessageSize = 4 * 1024);
        services.AddSingleton<LiveRegions>();
    }

    public static void MapLive(this WebApplication app)
    {
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments(HubPath, StringComparison.OrdinalIgnoreCase),
            hub => hub.Use(RefuseForeignPages));
        app.MapHub<LiveHub>(HubPath, hub =>
        {
            hub.Transports = HttpTransportType.WebSockets | HttpTransportType.ServerSentEvents;
            hub.CloseOnAuthenticationExpiration = true;
        }).RequireAuthorization(Policies.Employee);

        // A connection does not renew the sign-in's cookie; pages that stay open for days (a wallboard) ask this now and then.
        app.MapGet("/live/renew", () => TypedResults.NoContent()).RequireAuthorization(Policies.Employee);
    }

    // Browsers send WebSocket requests across origins without asking; the strict cookie stops most, this the rest.
    private static Task RefuseForeignPages(HttpContext context, RequestDelegate next)
    {
        // The scheme is not compared: in front of us there may be a proxy that speaks TLS.
        var origin = context.Request.Headers.Origin.ToString();
        var own = Uri.TryCreate(origin, UriKind.Absolute, out var uri)
            && string.Equals(uri.Authority, context.Request.Host.Value, StringComparison.OrdinalIgnoreCase);
        if (origin.Length > 0 && !own)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    }
}
