using CallCenter.Abstractions.Employees;
using CallCenter.Tests.Shared;
using CallCenter.Tests.Shared.Ports;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CallCenter.Web.Tests.Browser;

/// <summary>What the board's head and rows lead to: menus, columns, saved views, the wallboard.</summary>
public sealed class BoardWaysTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_supervisor_sets_the_state_of_somebody_from_his_row_by_keyboard()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/board");
        var menu = page.Locator("#person-menu");

        await page.Locator("[data-key=p-olena] .row-actions button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(menu).ToContainTextAsync("Олена Коваль");
        await Expect(menu.GetByRole(AriaRole.Button, new() { Name = "Wrap-up done" })).ToHaveCountAsync(0);
        // The browser tells of an open menu a moment later, and only then the keyboard is in it.
        await Expect(menu.GetByRole(AriaRole.Button, new() { Name = "Take calls" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");

        await Expect(menu).ToBeHiddenAsync();
        await Eventually.Holds(() => server.Silo.Projects.Sent.OfType<SetAvailability>().Any(
            one => one is { Availability: Availability.NotReady, Reason: not null } && one.Employee.Value == "olena"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_menu_of_a_call_leads_to_the_calls_of_its_client()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/board");

        await page.Locator("[data-key=c-7] .row-actions button").ClickAsync();
        await page.Leaving(() => page.Locator("#call-menu a").ClickAsync());

        Assert.Contains("/journal?period=month&number=%2B380", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Columns_that_are_not_ticked_are_gone_and_a_saved_view_brings_that_back()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/board?state=all");
        await Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "Talk today" })).ToBeVisibleAsync();

        await page.Locator("summary", new() { HasText = "Columns" }).ClickAsync();
        await page.GetByLabel("Talk today").UncheckAsync();
        await page.Leaving(() => page.Locator(".choices .primary:visible").ClickAsync());
        Assert.EndsWith("/board?state=all&hide=person-talk", page.Url, StringComparison.Ordinal);
        await Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "Talk today" })).ToBeHiddenAsync();
        await Expect(page.Locator("[data-key=p-olena] > [data-label='Talk today']")).ToBeHiddenAsync();

        await page.Locator("summary", new() { HasText = "Views" }).ClickAsync();
        await page.GetByLabel("Name of this view").FillAsync("Без розмов");
        await page.Leaving(() => page.GetByRole(AriaRole.Button, new() { Name = "Save this view" }).ClickAsync());
        await page.GotoAsync("/board");
        await page.Locator("summary", new() { HasText = "Views" }).ClickAsync();
        await page.Leaving(() => page.GetByRole(AriaRole.Link, new() { Name = "Без розмов" }).ClickAsync());
        Assert.EndsWith("/board?state=all&hide=person-talk", page.Url, StringComparison.Ordinal);

        await page.Locator("summary", new() { HasText = "Views" }).ClickAsync();
        await page.Leaving(() => page.GetByRole(AriaRole.Button, new() { Name = "Remove Без розмов" }).ClickAsync());
        await page.Locator("summary", new() { HasText = "Views" }).ClickAsync();
        await Expect(page.GetByText("None saved yet.")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Views_are_each_persons_own_and_the_board_is_there_without_them()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/board?sort=name");
        await page.Locator("summary", new() { HasText = "Views" }).ClickAsync();
        await page.GetByLabel("Name of this view").FillAsync("За іменем");
        await page.Leaving(() => page.GetByRole(AriaRole.Button, new() { Name = "Save this view" }).ClickAsync());
        server.States.Away = true;

        var other = await browser.Open(server, "/board", SampleProject.Supervisor);
        await other.Locator("summary", new() { HasText = "Views" }).ClickAsync();
        await Expect(other.GetByText("Saved views cannot be reached right now.")).ToBeVisibleAsync();
        await Expect(other.Locator("[data-key=p-olena]")).ToBeVisibleAsync();
        server.States.Away = false;
        await other.GotoAsync("/board");
        await other.Locator("summary", new() { HasText = "Views" }).ClickAsync();
        await Expect(other.GetByText("None saved yet.")).ToBeVisibleAsync();
        await other.Context.CloseAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_wallboard_shows_the_departments_that_were_ticked_as_large_as_was_chosen()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/board");
        await page.Locator("summary", new() { HasText = "Wallboard" }).ClickAsync();
        var sheet = page.Locator("details[open] form");
        await sheet.GetByLabel("Підтримка").CheckAsync();
        await sheet.GetByLabel("Turn to the next ones every").SelectOptionAsync("30");
        await sheet.GetByLabel("Size").SelectOptionAsync("2");
        await page.Leaving(() => sheet.GetByRole(AriaRole.Button).ClickAsync());

        await Expect(page.Locator(".wall.wall-2 .tile")).ToHaveCountAsync(1);
        await Expect(page.Locator(".wall [data-turn='30']")).ToHaveCountAsync(1);
        await Expect(page.Locator(".tile")).ToContainTextAsync("Підтримка");
        await page.Context.CloseAsync();
    }
}
