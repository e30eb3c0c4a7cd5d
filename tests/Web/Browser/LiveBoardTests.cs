using CallCenter.Abstractions;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Employees;
using CallCenter.Tests.Shared.Ports;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CallCenter.Web.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class LiveBoardTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_command_shows_on_the_board_without_a_reload()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/board");
        await page.EvaluateAsync("window.sameDocument = true");

        await server.Silo.Projects.Send(FakeSilo.Project, new SetAvailability(new("taras"), Availability.Ready, null, "test"));

        await Expect(page.Locator("[data-key=p-taras]")).ToContainTextAsync("Ready");
        Assert.True(await page.EvaluateAsync<bool>("window.sameDocument"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_new_call_comes_an_ended_one_goes()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/board");

        server.Silo.Projects.Change(board => board with { Calls = [.. board.Calls, Call(board, 9)] });
        await Expect(page.Locator("[data-key=c-9]")).ToBeVisibleAsync();
        server.Silo.Projects.Change(board => board with { Calls = [.. board.Calls.Where(call => call.Id.Value != 7)] });

        await Expect(page.Locator("[data-key=c-7]")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Rows_keep_their_place_for_some_seconds_before_they_are_sorted_again()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/board?sort=calls");
        var people = page.Locator("tbody[data-live-section=people] > tr");
        Assert.Equal("p-ivan", await people.First.GetAttributeAsync("data-key"));

        server.Silo.Projects.Change(board => board with
        {
            Employees = [.. board.Employees.Select(line => line.Id.Value == "taras" ? line with { CallsToday = 50 } : line)],
        });
        await Expect(page.Locator("[data-key=p-taras]")).ToContainTextAsync("50");

        Assert.Equal("p-ivan", await people.First.GetAttributeAsync("data-key"));
        await Expect(people.First).ToHaveAttributeAsync("data-key", "p-taras");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Waits_tick_and_turn_red_in_words_as_well()
    {
        await using var server = await WebTestServer.Start();
        LongestWait(server, seconds: 16);
        var page = await browser.Open(server, "/board");
        var tile = page.Locator("[data-key=d-sales]");

        await Expect(tile).ToHaveAttributeAsync("data-level", "amber");
        await Expect(tile.Locator(".level-mark.amber")).ToBeVisibleAsync();
        LongestWait(server, seconds: 29);
        await Expect(tile).ToHaveAttributeAsync("data-level", "red");
        await Expect(tile.Locator(".level-mark.red")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-live-announce]")).ToHaveTextAsync("Продажі: a client waits too long");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_lost_connection_is_seen_and_caught_up()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/board");

        await page.Context.SetOfflineAsync(true);
        await page.EvaluateAsync("window.dispatchEvent(new Event('offline'))");
        await Expect(page.Locator("[data-live-badge]")).ToHaveAttributeAsync("data-state", "stale", new() { Timeout = 15_000 });
        server.Silo.Projects.Change(board => board with { Today = board.Today with { Incoming = 77 } });
        await page.Context.SetOfflineAsync(false);

        await Expect(page.Locator("[data-live-badge]")).ToHaveAttributeAsync("data-state", "live", new() { Timeout = 15_000 });
        await Expect(page.Locator("[data-key=h-day] strong")).ToHaveTextAsync("77");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_the_board_is_complete_and_filters_work()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/board", script: false);

        await page.Locator("select[name=department]").SelectOptionAsync("support");
        await page.Leaving(() => page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync());

        Assert.Contains("department=support", page.Url, StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator(".tile").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_filter_chosen_with_script_goes_into_the_address_at_once()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/board");

        await page.Leaving(() => page.Locator("select[name=state]").SelectOptionAsync("talking"));

        Assert.EndsWith("?state=talking&sort=state", page.Url, StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator("tbody[data-live-section=people] > tr").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Ending_a_call_asks_first_and_names_the_client()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/board");

        await page.Locator("[data-key=c-7] button").ClickAsync();
        await page.Locator("#call-menu").GetByRole(AriaRole.Button, new() { Name = "End call" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("End the call with ТОВ Ромашка?");
        Assert.Empty(server.Silo.Projects.Sent);
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "End call" }).ClickAsync();

        await Expect(page.Locator("[data-key=c-7]")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Letters_lead_to_pages_in_any_keyboard_layout()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/desk/olena");

        await page.Leaving(async () =>
        {
            await page.Keyboard.PressAsync("g");
            await page.Keyboard.PressAsync("b");
        });

        Assert.EndsWith("/board", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    private static void LongestWait(WebTestServer server, int seconds) => server.Silo.Projects.Change(board => board with
    {
        Departments =
        [
            board.Departments[0] with { LongestWaitSince = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() - (seconds * 1000) },
            board.Departments[1],
        ],
    });

    private static CallLineOnBoard Call(BoardSnapshot board, long id) =>
        board.Calls[1] with { Id = new CallId(id), Stage = CallStage.Waiting };
}
