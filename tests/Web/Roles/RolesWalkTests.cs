using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CallCenter.Abstractions.Configuration;
using CallCenter.Tests.Shared.Ports;
using Microsoft.AspNetCore.Routing;

namespace CallCenter.Web.Tests.Roles;

/// <summary>Walks every address of the server as nobody, as each role, and with a key of each level.</summary>
public sealed partial class RolesWalkTests : IAsyncLifetime
{
    private static readonly (string? Name, AccessLevel? Access)[] People =
    [
        (null, null), (SampleProject.Employee, AccessLevel.Employee), (Analyst, AccessLevel.Analyst),
        (SampleProject.Supervisor, AccessLevel.Supervisor), ("admin", AccessLevel.Administrator),
    ];

    private const string Analyst = "taras@example.com";

    private WebTestServer _server = null!;

    /// <summary>Addresses whose decision looks at whose desk it is.</summary>
    public static TheoryData<string, AccessLevel> DesksOfOthers => new()
    {
        { "GET /desk/ivan", AccessLevel.Analyst },
        { "GET /desk/ivan/last-calls", AccessLevel.Analyst },
        { "GET /board?wall=1", AccessLevel.Analyst },
    };

    public async ValueTask InitializeAsync()
    {
        _server = await WebTestServer.Start();
        _server.With(document => document with
        {
            Employees = [.. document.Employees.Select(one => one.Email == Analyst ? one with { Access = AccessLevel.Analyst } : one)],
        });
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public void Every_address_has_a_decision_and_every_decision_an_address() =>
        Assert.Equal(Decisions.All.Keys.Order(StringComparer.Ordinal), Mapped().Order(StringComparer.Ordinal));

    [Fact]
    public async Task Every_address_admits_whom_it_is_for_and_nobody_else()
    {
        List<string> wrong = [];
        foreach (var (name, access) in People)
        {
            using var person = name is null ? _server.Nobody() : await _server.SignedIn(name);
            person.DefaultRequestHeaders.Add("X-Requested-With", "fetch");
            foreach (var (address, decision) in Decisions.All)
            {
                var admit = decision.Least is null
                    || (decision.ByOperator ? name == "admin" : access?.AtLeast(decision.Least.Value) == true);
                if (await Refuses(person, address) == admit) wrong.Add($"{address} as {name ?? "nobody"}");
            }
        }

        Assert.Empty(wrong);
    }

    // A server for each: one source that asks for all of them with all keys would be told to wait.
    [Theory]
    [InlineData(AccessLevel.Employee, false)]
    [InlineData(AccessLevel.Analyst, false)]
    [InlineData(AccessLevel.Supervisor, false)]
    [InlineData(AccessLevel.Administrator, false)]
    [InlineData(AccessLevel.Administrator, true)]
    public async Task A_key_opens_what_is_for_programs_and_nothing_else(AccessLevel access, bool isOperator)
    {
        List<string> wrong = [];
        using var key = await _server.WithKey(access, isOperator);
        foreach (var (address, decision) in Decisions.All)
        {
            var admit = decision.Least is null
                || (decision.ByKey && access.AtLeast(decision.Least.Value) && (isOperator || !decision.ByOperator));
            if (await Refuses(key, address) == admit) wrong.Add(address);
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(DesksOfOthers))]
    public async Task A_desk_is_for_its_employee_and_for_supervisors(string address, AccessLevel least)
    {
        foreach (var (name, access) in People)
        {
            using var person = name is null ? _server.Nobody() : await _server.SignedIn(name);
            Assert.True(await Refuses(person, address) != (access?.AtLeast(least) == true), $"{address} as {name ?? "nobody"}");
        }
    }

    [Fact]
    public async Task Files_of_the_pages_are_open_and_nothing_beside_them_is()
    {
        using var nobody = _server.Nobody();
        var root = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            using var answer = await nobody.GetAsync("/assets/0/" + Path.GetRelativePath(root, file).Replace('\\', '/'));
            Assert.True(answer.IsSuccessStatusCode, file);
        }

        foreach (var path in (string[])["", "/css", "/css/", "/..%2fCallCenter.Web.dll", "/css%5c..%5cCallCenter.Web.dll", "//etc/passwd"])
        {
            var answer = await Guard.RawHttp.Ask(_server.Address, $"GET /assets/0{path}");
            Assert.DoesNotContain(" 200 ", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("immutable", answer, StringComparison.Ordinal);
        }

        foreach (var path in new[] { "/assets/0/../../CallCenter.Web.dll", "/../CallCenter.Web.dll", "/..%2f..%2fetc/passwd", "/%2e%2e/x" })
        {
            var answer = await Guard.RawHttp.Ask(_server.Address, $"GET {path}");
            Assert.DoesNotContain(" 200 ", answer, StringComparison.Ordinal);
        }
    }

    private IEnumerable<string> Mapped() => _server.Endpoints.OfType<RouteEndpoint>().SelectMany(endpoint =>
    {
        var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"];
        return methods.Where(method => method is not ("HEAD" or "OPTIONS" or "CONNECT")).Select(method => $"{method} {path}");
    }).Distinct();

    private static async Task<bool> Refuses(HttpClient client, string address)
    {
        var parts = Filled(address).Split(' ');
        using var request = new HttpRequestMessage(new HttpMethod(parts[0] == "ANY" ? "POST" : parts[0]), parts[1]);
        if (parts[0] is "PUT" or "POST" && parts[1].StartsWith("/api/v1", StringComparison.Ordinal))
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        using var answer = await client.SendAsync(request);
        return answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
            || (answer.StatusCode == HttpStatusCode.Redirect
                && answer.Headers.Location!.OriginalString.Contains("/sign-in?", StringComparison.Ordinal));
    }

    private static string Filled(string address) => Place().Replace(address, place => place.Value switch
    {
        "{Key}" or "{employee}" => "olena",
        "{documentName}" => "v1",
        _ => "1",
    });

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Place();
}
