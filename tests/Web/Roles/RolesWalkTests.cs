using System.Net;
using CallCenter.Abstractions.Configuration;
using CallCenter.Tests.Shared.Ports;
using Microsoft.AspNetCore.Routing;

namespace CallCenter.Web.Tests.Roles;

/// <summary>Walks every address of the server as nobody and as each role.</summary>
public sealed class RolesWalkTests : IAsyncLifetime
{
    // The whole list of what strangers may reach.
    private static readonly string[] ForEveryone =
    [
        "GET /health/live", "GET /health/ready", "POST /language", "POST /theme", "GET /sign-in", "POST /sign-in", "GET /error/{Code:int}",
        "POST /error/{Code:int}", "GET /not-found", "POST /not-found",
    ];

    private WebTestServer _server = null!;

    public static TheoryData<string, AccessLevel?> Addresses => new()
    {
        { "GET /", AccessLevel.Employee },
        { "GET /sign-in", null },
        { "GET /health/live", null },
        { "GET /health/ready", null },
        { "GET /board", AccessLevel.Supervisor },
        { "GET /board?wall=1", AccessLevel.Supervisor },
        { "POST /board/end-call", AccessLevel.Supervisor },
        { "GET /desk", AccessLevel.Employee },
        { "GET /desk/olena", AccessLevel.Employee },
        { "GET /desk/ivan", AccessLevel.Supervisor },
        { "GET /desk/olena/last-calls", AccessLevel.Employee },
        { "GET /desk/ivan/last-calls", AccessLevel.Supervisor },
        { "POST /desk/olena/availability", AccessLevel.Employee },
        { "POST /sign-out", AccessLevel.Employee },
        { "GET /live/renew", AccessLevel.Employee },
        { "GET /settings/audit", AccessLevel.Administrator },
        { "POST /hubs/live/negotiate", AccessLevel.Employee },
    };

    public async ValueTask InitializeAsync() => _server = await WebTestServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task An_address_admits_its_role_and_those_above(string address, AccessLevel? least)
    {
        foreach (var (name, access) in new (string?, AccessLevel?)[]
        {
            (null, null), (SampleProject.Employee, AccessLevel.Employee), (SampleProject.Supervisor, AccessLevel.Supervisor),
            ("admin", AccessLevel.Administrator),
        })
        {
            using var client = name is null ? _server.Nobody() : await _server.SignedIn(name);
            using var answer = await client.SendAsync(Request(address));

            var refuse = least is not null && !(access >= least);
            Assert.True(IsRefused(answer) == refuse, $"{address} as {name ?? "nobody"}: {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Strangers_reach_nothing_but_what_is_listed()
    {
        using var nobody = _server.Nobody();
        var walked = 0;
        foreach (var address in _server.Endpoints.OfType<RouteEndpoint>().SelectMany(Written).Where(one => !ForEveryone.Contains(one)))
        {
            using var answer = await nobody.SendAsync(Request(Filled(address)));
            Assert.True(IsRefused(answer), $"{address}: {(int)answer.StatusCode}");
            walked++;
        }

        Assert.True(walked > 20, "the walk finds the addresses");
    }

    private static IEnumerable<string> Written(RouteEndpoint endpoint)
    {
        var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"];
        return methods.Where(method => method is not ("HEAD" or "OPTIONS" or "CONNECT")).Select(method => $"{method} {path}");
    }

    private static string Filled(string address) => System.Text.RegularExpressions.Regex.Replace(address, @"\{[^}]+\}", "1");

    private static HttpRequestMessage Request(string address)
    {
        var parts = address.Split(' ');
        return new HttpRequestMessage(new HttpMethod(parts[0]), parts[1]);
    }

    private static bool IsRefused(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
        || (answer.StatusCode == HttpStatusCode.Redirect
            && answer.Headers.Location!.OriginalString.Contains("/sign-in?", StringComparison.Ordinal));
}
