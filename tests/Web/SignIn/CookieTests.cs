using System.Net;
using CallCenter.Tests.Shared.Ports;

namespace CallCenter.Web.Tests.SignIn;

/// <summary>What the cookies allow, and what a reverse proxy that speaks TLS changes.</summary>
public sealed class CookieTests
{
    [Fact]
    public async Task Cookies_of_sign_in_and_forms_are_strict_and_out_of_reach_of_scripts()
    {
        await using var server = await WebTestServer.Start();
        using var form = await SignInForm.Open(server);
        using var page = await server.Nobody().GetAsync("/sign-in");
        using var answer = await form.Send(SampleProject.Supervisor, FakeSignIns.Password);

        foreach (var cookie in new[] { Cookie(page, "form"), Cookie(answer, "sign-in") })
        {
            Assert.Equal(["httponly", "path=/", "samesite=strict"], Attributes(cookie));
        }
    }

    [Fact]
    public async Task Over_TLS_they_are_secure_and_the_sign_in_is_bound_to_this_host()
    {
        await using var server = await WebTestServer.Start(options: options => options with { Proxy = IPAddress.Loopback });
        using var form = await SignInForm.Open(server, Tls);
        using var answer = await form.Send(SampleProject.Supervisor, FakeSignIns.Password);
        var cookie = Cookie(answer, "__Host-sign-in");
        using var signedIn = server.Nobody();
        Tls(signedIn);
        signedIn.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        using var board = await signedIn.GetAsync("/board");

        Assert.Equal(["httponly", "path=/", "samesite=strict", "secure"], Attributes(cookie));
        Assert.Equal(HttpStatusCode.OK, board.StatusCode);
        Assert.Contains("max-age=", string.Join("", board.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_who_pretends_to_be_a_proxy_is_not_believed()
    {
        await using var server = await WebTestServer.Start(options: options => options with { Proxy = IPAddress.Parse("192.0.2.7") });
        using var form = await SignInForm.Open(server, Tls);
        for (var i = 0; i < 5; i++)
        {
            (await form.Send(SampleProject.Supervisor, "wrong")).Dispose();
        }

        using var other = await SignInForm.Open(server, client => client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9"));
        using var answer = await other.Send(SampleProject.Supervisor, "wrong");

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
    }

    [Fact]
    public async Task Behind_a_proxy_guesses_count_for_the_client_and_not_for_the_proxy()
    {
        await using var server = await WebTestServer.Start(options: options => options with { Proxy = IPAddress.Loopback });
        using var guesser = await SignInForm.Open(server, client => client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9"));
        for (var i = 0; i < 6; i++)
        {
            (await guesser.Send(SampleProject.Supervisor, "wrong")).Dispose();
        }

        using var other = await SignInForm.Open(server, client => client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.10"));
        using var answer = await other.Send(SampleProject.Supervisor, FakeSignIns.Password);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/..//evil.example")]
    [InlineData("/.//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("\\\\evil.example")]
    public async Task The_way_back_after_the_sign_in_stays_on_this_host(string returnUrl)
    {
        await using var server = await WebTestServer.Start();
        using var form = await SignInForm.Open(server);
        using var answer = await form.Send(SampleProject.Supervisor, FakeSignIns.Password, returnUrl);
        var target = new Uri(server.Address, answer.Headers.Location!);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal((server.Address.Authority, "http"), (target.Authority, target.Scheme));
    }

    private static void Tls(HttpClient client) => client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

    private static string Cookie(HttpResponseMessage answer, string name) =>
        answer.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith(name + "=", StringComparison.Ordinal));

    private static IEnumerable<string> Attributes(string cookie) =>
        cookie.Split(';')[1..].Select(one => one.Trim().ToLowerInvariant()).Order(StringComparer.Ordinal);
}
