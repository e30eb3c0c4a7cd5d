using System.Net;
using System.Net.WebSockets;
using CallCenter.Abstractions.Configuration;
using CallCenter.Tests.Shared.Ports;

namespace CallCenter.Web.Tests.Guard;

/// <summary>What a page of another site makes a browser send.</summary>
public sealed class ForeignPagesTests : IAsyncLifetime
{
    private WebTestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await WebTestServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("/hubs/live", "https://evil.example", false)]
    [InlineData("/hubs/board", "https://evil.example", false)]
    [InlineData("/hubs/board", "null", false)]
    [InlineData("/hubs/live", null, true)]
    [InlineData("/hubs/board", null, true)]
    public async Task A_WebSocket_by_sign_in_is_taken_from_our_own_pages_only(string hub, string? origin, bool taken)
    {
        var cookie = $"{_server.CookieName}={await _server.CookieOf("admin")}";
        var from = origin ?? _server.Address.GetLeftPart(UriPartial.Authority);

        Assert.Equal(taken, await Opens(hub, from, cookie));
    }

    [Fact]
    public async Task A_wallboard_of_another_site_may_use_a_key()
    {
        var (_, key) = await _server.Silo.SignIns.CreateKey(FakeSilo.Project, "hall", AccessLevel.Supervisor);

        Assert.True(await Opens($"/hubs/board?access_token={key}", "https://wallboard.example", null));
        Assert.False(await Opens($"/hubs/live?access_token={key}", "https://wallboard.example", null));
    }

    [Theory]
    [InlineData("/theme")]
    [InlineData("/sign-in")]
    [InlineData("/sign-out")]
    [InlineData("/board/end-call")]
    [InlineData("/api/v1/calls/7/end")]
    public async Task A_change_from_another_site_is_refused_whatever_it_carries(string address)
    {
        using var admin = await _server.SignedIn("admin");
        admin.DefaultRequestHeaders.Add("Origin", "https://evil.example");
        admin.DefaultRequestHeaders.Add("X-Requested-With", "fetch");
        using var answer = await admin.PostAsync(address, new FormUrlEncodedContent([new("call", "7")]));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(_server.Silo.Projects.Sent);
    }

    [Fact]
    public async Task No_answer_may_be_read_by_another_site()
    {
        using var admin = await _server.SignedIn("admin");
        admin.DefaultRequestHeaders.Add("Origin", "https://evil.example");
        using var answer = await admin.GetAsync("/api/v1/board");

        Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("same-origin", string.Join("", answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
    }

    private async Task<bool> Opens(string path, string origin, string? cookie)
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", origin);
        if (cookie is not null) socket.Options.SetRequestHeader("Cookie", cookie);
        try
        {
            await socket.ConnectAsync(new Uri($"ws://{_server.Address.Authority}{path}"), default);
            return true;
        }
        catch (WebSocketException)
        {
            return false;
        }
    }
}
