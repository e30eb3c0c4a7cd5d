using System.Net;
using System.Text.RegularExpressions;
using CallCenter.Tests.Shared;
using CallCenter.Tests.Shared.Ports;
using CallCenter.Web.Live;
using CallCenter.Web.SignIn;
using CallCenter.Web.Start;
using CallCenter.Web.Tests.Api;
using Microsoft.Extensions.Logging.Abstractions;

namespace CallCenter.Web.Tests.SignIn;

/// <summary>Signing out ends the sign-in itself and not only the cookie of one browser.</summary>
public sealed partial class SignedOutTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public async Task A_copied_cookie_is_worth_nothing_after_the_sign_out_and_other_sign_ins_go_on()
    {
        await using var server = await WebTestServer.Start();
        var cookie = $"{server.CookieName}={await server.CookieOf(SampleProject.Supervisor)}";
        using var elsewhere = await server.SignedIn(SampleProject.Supervisor);
        using var wall = await HubClient.Connect(server.Address, LiveArea.HubPath, cookie: cookie);
        await wall.Stream("Watch", "board", "", "en", null, 0);
        await wall.NextItem();
        await SignOut(server, cookie);

        using var copied = server.Nobody();
        copied.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.Equal(HttpStatusCode.Redirect, (await copied.GetAsync("/board")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await copied.GetAsync("/api/v1/board")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync("/board")).StatusCode);
        await wall.Ended();
    }

    [Fact]
    public void A_restart_does_not_bring_it_back_and_it_is_forgotten_when_the_cookie_is_too_old_anyhow()
    {
        using var folder = new TemporaryFolder();
        Open(folder.Path).Add("first");
        _time.Pass(TimeSpan.FromHours(6));
        Open(folder.Path).Add("second");

        Assert.True(Open(folder.Path).Has("first"));
        _time.Pass(TimeSpan.FromHours(7));
        Assert.False(Open(folder.Path).Has("first"));
        Assert.True(Open(folder.Path).Has("second"));
    }

    [Fact]
    public void Pages_that_share_the_keys_know_within_a_second_who_signed_out_at_the_other()
    {
        using var folder = new TemporaryFolder();
        var (here, there) = (Open(folder.Path), Open(folder.Path));
        Assert.False(there.Has("one"));

        here.Add("one");
        _time.Pass(TimeSpan.FromSeconds(1));

        Assert.True(there.Has("one"));
        Assert.False(there.Has("two"));
    }

    [Fact]
    public void It_keeps_so_many_and_the_newest()
    {
        using var folder = new TemporaryFolder();
        var signedOut = Open(folder.Path);
        for (var i = 0; i <= SignedOut.Most; i++)
        {
            if (i % 1_000 == 0) _time.Pass(TimeSpan.FromSeconds(1));
            signedOut.Add($"{i}");
        }

        Assert.True(signedOut.Has($"{SignedOut.Most}"));
        Assert.False(signedOut.Has("0"));
    }

    private SignedOut Open(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "web-keys"));
        return new SignedOut(new StartOptions(folder, 0, 0, IPAddress.Loopback, null, false), _time, NullLogger<SignedOut>.Instance);
    }

    private static async Task SignOut(WebTestServer server, string cookie)
    {
        using var browser = server.Nobody();
        browser.DefaultRequestHeaders.Add("Cookie", cookie);
        using var page = await browser.GetAsync("/board");
        var token = Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-out")
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", WebUtility.HtmlDecode(token))]),
        };
        request.Headers.Add("Cookie", cookie + "; " + page.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        using var answer = await browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();
}
