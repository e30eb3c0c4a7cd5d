using CallCenter.Tests.Shared.Ports;

namespace CallCenter.Web.Tests.Shell;

/// <summary>The headers of every kind of answer.</summary>
public sealed class SecurityHeadersTests(SharedWebServer shared) : IClassFixture<SharedWebServer>
{
    private readonly WebTestServer _server = shared.Server;

    [Theory]
    [InlineData("GET", "/sign-in")]
    [InlineData("GET", "/board")]
    [InlineData("GET", "/journal")]
    [InlineData("GET", "/journal/1")]
    [InlineData("GET", "/journal/1/recordings/1.wav")]
    [InlineData("GET", "/settings/keys")]
    [InlineData("GET", "/api")]
    [InlineData("GET", "/nowhere")]
    [InlineData("GET", "/error/500")]
    [InlineData("GET", "/")]
    [InlineData("POST", "/theme")]
    [InlineData("DELETE", "/board")]
    [InlineData("TRACE", "/board")]
    [InlineData("GET", "/health/live")]
    [InlineData("GET", "/api/v1/board")]
    [InlineData("GET", "/api/v1/calls?format=csv")]
    [InlineData("GET", "/api/v1/configuration")]
    [InlineData("GET", "/api/v1/nowhere")]
    [InlineData("POST", "/api/v1/keys")]
    [InlineData("GET", "/openapi/v1.json")]
    [InlineData("POST", "/hubs/live/negotiate?negotiateVersion=1")]
    [InlineData("GET", "/hubs/board")]
    [InlineData("GET", "/assets/0/mark.svg")]
    [InlineData("GET", "/assets/0/missing.svg")]
    public async Task Every_answer_forbids_what_it_does_not_need(string method, string address)
    {
        foreach (var who in new[] { null, SampleProject.Employee, "admin" })
        {
            using var client = who is null ? _server.Nobody() : await _server.SignedIn(who);
            using var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), address));
            string Header(string name) => string.Join("", answer.Headers.TryGetValues(name, out var values) ? values : []);

            var policy = Header("Content-Security-Policy").Split(';', StringSplitOptions.TrimEntries);
            Assert.Contains("default-src 'none'", policy);
            Assert.Contains("script-src 'self'", policy);
            Assert.Contains("style-src 'self'", policy);
            Assert.Contains("frame-ancestors 'none'", policy);
            Assert.Contains("base-uri 'none'", policy);
            Assert.Contains("form-action 'self'", policy);
            Assert.DoesNotContain(policy, part => part.Contains("unsafe", StringComparison.Ordinal) || part.Contains('*'));
            Assert.Equal("nosniff", Header("X-Content-Type-Options"));
            Assert.Equal("same-origin", Header("Referrer-Policy"));
            Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
            Assert.Equal("same-origin", Header("Cross-Origin-Resource-Policy"));
            Assert.False(answer.Headers.Contains("Server"));
            var isOurFile = answer.IsSuccessStatusCode && address.StartsWith("/assets/", StringComparison.Ordinal);
            Assert.Equal(!isOurFile, answer.Headers.CacheControl!.NoStore);
        }
    }

    [Fact]
    public async Task An_answer_to_whom_the_server_does_not_know_carries_them_as_well()
    {
        using var client = _server.Nobody();
        client.DefaultRequestHeaders.Host = "evil.example";
        using var answer = await client.GetAsync("/sign-in");

        var policy = string.Join("", answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
    }
}
