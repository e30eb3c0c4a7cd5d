using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using CallCenter.Load.Server;

namespace CallCenter.Load.Tests.Server;

/// <summary>Starts real servers for tests.</summary>
internal static class OwnServers
{
    public static ServerPlan Plan(int trunkPort, int phonesPort) => new()
    {
        WebProgram = typeof(OwnServers).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "WebProgram").Value!,
        Trunk = new IPEndPoint(IPAddress.Loopback, trunkPort),
        Phones = new IPEndPoint(IPAddress.Loopback, phonesPort),
        Employees = 3,
    };

    public static HttpClient Client(OwnServer server)
    {
        var http = new HttpClient { BaseAddress = server.Http };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.ApiKey);
        return http;
    }
}
