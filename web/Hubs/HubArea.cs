using CallCenter.Web.Api;
using CallCenter.Web.Api.Access;
using CallCenter.Web.SignIn;
using Microsoft.AspNetCore.Http.Connections;

namespace CallCenter.Web.Hubs;

/// <summary>The hubs for programs of others.</summary>
public static class HubArea
{
    /// <summary>Messages from wallboards are a few words.</summary>
    private const int LargestMessageBytes = 4 * 1024;

    public static void AddBoardHub(this IServiceCollection services)
    {
        services.AddSingleton<BoardFollowers>();
        services.AddSignalR()
            .AddHubOptions<BoardHub>(options => options.MaximumReceiveMessageSize = LargestMessageBytes)
            .AddJsonProtocol(options => ApiJson.Apply(options.PayloadSerializerOptions));
    }

    public static void MapBoardHub(this IEndpointRouteBuilder app) => app.MapHub<BoardHub>("/hubs/board", options =>
    {
        // Closes the connection when the sign-in expires; what ends it earlier, OpenConnections sees.
        options.CloseOnAuthenticationExpiration = true;
        options.Transports = HttpTransportType.WebSockets | HttpTransportType.ServerSentEvents;
    }).Needs(Rights.WatchWhole);
}
