using CallCenter.Web.SignIn;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;

namespace CallCenter.Web.Live;

/// <summary>Live regions: the hub and what draws them. An area adds its region with <c>AddSingleton&lt;ILiveRegion, …&gt;</c>.</summary>
public static class LiveArea
{
    public const string HubPath = "/hubs/live";

    public static void AddLive(this IServiceCollection services)
    {
        services.AddSignalR(hub =>
        {
            hub.MaximumReceiveMessageSize = 4 * 1024;
            hub.AddFilter<OpenConnections>();
        });
        services.AddSingleton<BoardSource>();
        services.AddSingleton<RegionFeeds>();
    }

    public static void MapLive(this IEndpointRouteBuilder app)
    {
        app.MapHub<RegionHub>(HubPath, hub =>
        {
            hub.Transports = HttpTransportType.WebSockets | HttpTransportType.ServerSentEvents;
            hub.CloseOnAuthenticationExpiration = true;
        }).RequireAuthorization(Policies.SignedIn);

        // A connection does not renew the sign-in's cookie; pages that stay open for days (a wallboard) ask this now and then.
        app.MapGet("/live/renew", () => TypedResults.NoContent()).RequireAuthorization(Policies.SignedIn);
    }
}
