using System.Net;
using System.Net.Http.Json;
using CallCenter.Abstractions.Configuration;
using CallCenter.Tests.Shared.Ports;
using CallCenter.Web.Live;
using CallCenter.Web.Tests.Api;

namespace CallCenter.Web.Tests.SignIn;

/// <summary>A new password, a revoked key and lost rights end what they opened, at once.</summary>
public sealed class PasswordChangeTests : IAsyncLifetime
{
    private WebTestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await WebTestServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_new_password_ends_the_sign_ins_of_the_old_one_and_nobody_elses()
    {
        using var before = await _server.SignedIn(SampleProject.Employee);
        using var supervisor = await _server.SignedIn(SampleProject.Supervisor);
        await SetPassword(SampleProject.Employee);

        Assert.Equal(HttpStatusCode.Redirect, (await before.GetAsync("/desk")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await before.GetAsync("/api/v1/employees")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await supervisor.GetAsync("/board")).StatusCode);
    }

    [Fact]
    public async Task A_new_password_ends_open_streams_of_the_old_one()
    {
        using var desk = await Connect(LiveArea.HubPath, SampleProject.Employee);
        await desk.Stream("Watch", "desk", "olena", "en", null, 0);
        await desk.NextItem();
        using var board = await Connect(LiveArea.HubPath, SampleProject.Supervisor);
        await board.Stream("Watch", "board", "", "en", null, 0);
        await board.NextItem();
        await SetPassword(SampleProject.Employee);

        await desk.Ended();
        await board.NextItem();
    }

    [Fact]
    public async Task A_new_password_ends_a_wallboard_that_was_signed_in_with_the_old_one()
    {
        using var wallboard = await Connect("/hubs/board", SampleProject.Supervisor);
        await wallboard.Invoke("Subscribe");
        await wallboard.Next("snapshot");
        await SetPassword(SampleProject.Supervisor);

        await wallboard.Ended();
    }

    [Fact]
    public async Task Lost_rights_end_a_wallboard()
    {
        using var wallboard = await Connect("/hubs/board", SampleProject.Supervisor);
        await wallboard.Invoke("Subscribe");
        await wallboard.Next("snapshot");
        await CallCenter.Tests.Shared.Eventually.Holds(() => _server.Silo.Projects.Followers > 0);
        var document = SampleProject.Configuration;
        await _server.Silo.Projects.Send(FakeSilo.Project, new PublishConfiguration(
            document with { Employees = [.. document.Employees.Select(one => one with { Access = AccessLevel.Employee })] }, null, "test"));
        _server.Silo.Projects.Change(board => board with { ConfigurationVersion = 2 });

        await wallboard.Ended();
    }

    [Fact]
    public async Task Who_sets_his_own_password_stays_signed_in_here_and_is_signed_out_elsewhere()
    {
        using var elsewhere = await _server.SignedIn("admin");
        using var here = await _server.SignedIn("admin");
        here.DefaultRequestHeaders.Add("X-Requested-With", "fetch");
        using var answer = await here.PutAsJsonAsync("/api/v1/sign-ins/admin/password", new { password = "another long password" });
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie")).Split(';')[0];
        using var renewed = _server.Nobody();
        renewed.DefaultRequestHeaders.Add("Cookie", cookie);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await renewed.GetAsync("/settings")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/settings")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await here.GetAsync("/settings")).StatusCode);
    }

    [Fact]
    public async Task Revoking_a_key_ends_a_file_that_is_on_its_way()
    {
        for (var id = 10; id < 4_000; id++) _server.Silo.History.Cards.Add(SampleCalls.Plain(id, SampleProject.Start + id));
        var (key, clear) = await _server.Silo.SignIns.CreateKey(FakeSilo.Project, "export", AccessLevel.Supervisor);
        using var client = _server.Nobody();
        client.DefaultRequestHeaders.Add("X-Api-Key", clear);
        _server.Silo.History.BetweenPages = () => _server.Silo.SignIns.RevokeKey(FakeSilo.Project, key.Id).AsTask();

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync("/api/v1/calls?format=csv"));
    }

    private async Task SetPassword(string name)
    {
        using var admin = await _server.WithKey(AccessLevel.Administrator);
        using var answer = await admin.PutAsJsonAsync($"/api/v1/sign-ins/{name}/password", new { password = "another long password" });
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private async Task<HubClient> Connect(string hub, string who) =>
        await HubClient.Connect(_server.Address, hub, cookie: $"{_server.CookieName}={await _server.CookieOf(who)}");
}
