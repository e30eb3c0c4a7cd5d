using System.Text.Json;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Tests.Shared;
using CallCenter.Tests.Shared.Ports;
using CallCenter.Web.Live;
using CallCenter.Web.Tests.Api;

namespace CallCenter.Web.Tests.Live;

/// <summary>What goes over the wire of the live connection.</summary>
public sealed class LiveStreamTests : IAsyncLifetime
{
    private WebTestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await WebTestServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_command_changes_the_row_of_every_viewer_and_nothing_else()
    {
        using var first = await Watch("admin", "board", "");
        using var second = await Watch(SampleProject.Supervisor, "board", "");
        var (before, _) = (await first.NextItem(), await second.NextItem());

        await _server.Silo.Projects.Send(FakeSilo.Project, new SetAvailability(new("taras"), Availability.Ready, null, "test"));

        foreach (var viewer in new[] { first, second })
        {
            var update = await NextChange(viewer);
            Assert.Equal(before.GetProperty("seq").GetInt64() + 1, update.GetProperty("seq").GetInt64());
            Assert.Equal(["h-people", "p-taras"], Changed(update));
        }
    }

    [Fact]
    public async Task A_viewer_who_comes_back_gets_what_he_missed()
    {
        JsonElement seen;
        using (var viewer = await Watch("admin", "board", "")) seen = await viewer.NextItem();
        _server.Silo.Projects.Change(board => board with { Today = board.Today with { Incoming = 99 } });

        using var again = await HubClient.Connect(_server.Address, LiveArea.HubPath, cookie: await Cookie("admin"));
        await again.Stream("Watch", "board", "", "en", seen.GetProperty("epoch").GetString(), seen.GetProperty("seq").GetInt64());
        var update = await NextChange(again);

        Assert.False(update.GetProperty("full").GetBoolean());
        Assert.Equal(["h-day"], Changed(update));
    }

    [Fact]
    public async Task A_quiet_feed_beats()
    {
        using var viewer = await Watch("admin", "board", "");
        await viewer.NextItem();

        Assert.True((await viewer.NextItem()).TryGetProperty("beat", out _));
    }

    [Fact]
    public async Task Languages_are_rendered_apart()
    {
        using var viewer = await Watch("admin", "board", "", "uk");

        var row = (await viewer.NextItem()).GetProperty("html").GetProperty("p-taras").GetString();
        Assert.Contains("Не приймає: обід", row, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SampleProject.Employee, "board", "", "forbidden")]
    [InlineData(SampleProject.Employee, "desk", "ivan", "forbidden")]
    [InlineData("admin", "nothing", "", "forbidden")]
    [InlineData("admin", "desk", "nobody", "not available")]
    public async Task What_a_viewer_may_not_see_is_refused(string who, string region, string argument, string expected)
    {
        using var viewer = await Watch(who, region, argument);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(viewer.NextItem);

        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_employee_sees_his_own_desk_change()
    {
        using var viewer = await Watch(SampleProject.Employee, "desk", "olena");
        await viewer.NextItem();

        await _server.Silo.Projects.Send(FakeSilo.Project, new SetAvailability(new("olena"), Availability.NotReady, "lunch", "test"));

        Assert.Equal(["desk-actions", "desk-state"], Changed(await NextChange(viewer)));
    }

    [Fact]
    public async Task A_change_that_concerns_others_does_not_ask_for_the_desk()
    {
        using var viewer = await Watch(SampleProject.Employee, "desk", "olena");
        await viewer.NextItem();

        await _server.Silo.Projects.Send(FakeSilo.Project, new SetAvailability(new("taras"), Availability.Ready, null, "test"));
        await _server.Silo.Projects.Send(FakeSilo.Project, new SetAvailability(new("olena"), Availability.NotReady, "lunch", "test"));

        Assert.Equal(2, (await NextChange(viewer)).GetProperty("seq").GetInt64());
    }

    [Fact]
    public async Task Whoever_loses_his_rights_loses_the_connection_and_who_keeps_them_keeps_it()
    {
        using var viewer = await Watch(SampleProject.Supervisor, "board", "");
        using var administrator = await Watch("admin", "board", "");
        await viewer.NextItem();
        await administrator.NextItem();
        var document = SampleProject.Configuration;
        await _server.Silo.Projects.Send(FakeSilo.Project, new PublishConfiguration(
            document with { Employees = [.. document.Employees.Select(one => one with { Access = AccessLevel.Employee })] }, null, "test"));

        _server.Silo.Projects.Change(board => board with { ConfigurationVersion = 2 });

        await viewer.Ended();
        await administrator.NextItem();
    }

    [Fact]
    public async Task Nobody_looks_nobody_follows()
    {
        using (var viewer = await Watch("admin", "board", "")) await viewer.NextItem();
        await Eventually.Holds(() => _server.Silo.Projects.Followers == 1);

        await Eventually.Holds(() => _server.Silo.Projects.Followers == 0, TimeSpan.FromSeconds(45));
    }

    private async Task<HubClient> Watch(string who, string region, string argument, string language = "en")
    {
        var client = await HubClient.Connect(_server.Address, LiveArea.HubPath, cookie: await Cookie(who));
        await client.Stream("Watch", region, argument, language, null, 0);
        return client;
    }

    private async Task<string> Cookie(string who) => $"{_server.CookieName}={await _server.CookieOf(who)}";

    private static async Task<JsonElement> NextChange(HubClient viewer)
    {
        while (true)
        {
            var item = await viewer.NextItem();
            if (!item.TryGetProperty("beat", out _)) return item;
        }
    }

    private static string[] Changed(JsonElement update) =>
        [.. update.GetProperty("html").EnumerateObject().Select(one => one.Name).Order()];
}
