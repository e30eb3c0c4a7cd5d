using System.Net;
using System.Text.RegularExpressions;
using CallCenter.Abstractions.Configuration;
using CallCenter.Tests.Shared.Ports;
using CallCenter.Web.Guard;
using CallCenter.Web.Tests.Api;
using Microsoft.Extensions.DependencyInjection;

namespace CallCenter.Web.Tests.Guard;

public sealed partial class AnonymousRatesTests : IAsyncLifetime
{
    private WebTestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await WebTestServer.Start(services =>
        services.Configure<GuardOptions>(options => (options.AnonymousBurst, options.AnonymousPerSecond) = (20, 1)));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/nowhere")]
    [InlineData("/board")]
    [InlineData("/health/ready")]
    [InlineData("/api/v1/board")]
    [InlineData("/hubs/live")]
    public async Task A_stranger_who_asks_too_often_gets_429_with_the_time_to_wait(string address)
    {
        using var stranger = _server.Nobody();
        using var answer = await UntilRefused(stranger, address);

        Assert.Equal(TimeSpan.FromSeconds(1), answer.Headers.RetryAfter?.Delta);
        if (address.StartsWith("/api", StringComparison.Ordinal)) await ProblemAssert.Is(answer, 429, "too-many-requests");
    }

    [Fact]
    public async Task Who_is_signed_in_or_has_a_key_goes_on_from_the_same_address()
    {
        using var stranger = _server.Nobody();
        using var refused = await UntilRefused(stranger, "/sign-in");
        using var supervisor = await _server.SignedIn(SampleProject.Supervisor);
        using var key = await _server.WithKey(AccessLevel.Supervisor);

        Assert.Equal(HttpStatusCode.OK, (await supervisor.GetAsync("/board")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await key.GetAsync("/api/v1/board")).StatusCode);
    }

    [Fact]
    public async Task A_key_helps_only_where_it_is_looked_at()
    {
        using var stranger = _server.Nobody();
        using var refused = await UntilRefused(stranger, "/sign-in");
        stranger.DefaultRequestHeaders.Add("X-Api-Key", "key-unknown");
        using var page = await stranger.GetAsync("/sign-in");

        Assert.Equal(HttpStatusCode.TooManyRequests, page.StatusCode);
    }

    [Fact]
    public async Task Files_of_the_pages_are_not_counted()
    {
        using var stranger = _server.Nobody();
        var file = Asset().Match(await stranger.GetStringAsync("/sign-in")).Value;
        using var refused = await UntilRefused(stranger, "/sign-in");

        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(file)).StatusCode);
    }

    private static async Task<HttpResponseMessage> UntilRefused(HttpClient client, string address)
    {
        for (var i = 0; i < 200; i++)
        {
            var answer = await client.GetAsync(address);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests) return answer;
            answer.Dispose();
        }

        throw new InvalidOperationException($"{address} was never refused.");
    }

    [GeneratedRegex("/assets/[^\"]+")]
    private static partial Regex Asset();
}
