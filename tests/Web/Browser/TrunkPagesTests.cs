using CallCenter.Abstractions.Trunks;
using CallCenter.Tests.Shared.Ports;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CallCenter.Web.Tests.Browser;

/// <summary>What pages say of the ways to the outside: how trunks are, and which way a call would take.</summary>
public sealed class TrunkPagesTests(BrowserFixture browser)
{
    [Fact]
    public async Task How_a_trunk_is_now_is_seen_without_loading_the_page_again()
    {
        await using var server = await WebTestServer.Start();
        Now(server, new TrunkState("kyivstar", TrunkReach.Reachable, SampleProject.Start, 12, 3, null));
        var page = await browser.Open(server, "/settings/trunks");
        var line = page.Locator("tr", new() { HasText = "Kyivstar" });
        await Expect(line).ToContainTextAsync("answers");
        await Expect(line).ToContainTextAsync("within 12 ms");

        Now(server, new TrunkState(
            "kyivstar", TrunkReach.Unreachable, SampleProject.Start, null, 0, new TrunkFailure(SampleProject.Start, 408, "No response")));

        await Expect(line).ToContainTextAsync("does not answer");
        await Expect(line).ToContainTextAsync("408 No response");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_calls_what_is_tried_by_the_draft_before_it_is_published()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/settings/outgoing");
        await Try(page, "Олена Коваль", "050 111 22 33");
        await Expect(page.GetByRole(AriaRole.Status).Last).ToContainTextAsync("through Kyivstar and sees +380 44 123 45 67");

        await Try(page, "Олена Коваль", "+48 22 111 22 33");
        await Expect(page.GetByRole(AriaRole.Status).Last).ToContainTextAsync("no prefix of the allowed destinations fits");
        await page.FillAsync("#allowed", "+380\n+48");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.Locator(".draft-bar")).ToContainTextAsync("1 change");
        await Try(page, "Олена Коваль", "+48 22 111 22 33");
        await Expect(page.GetByRole(AriaRole.Status).Last).ToContainTextAsync("through Kyivstar");

        await Try(page, "Олена Коваль", "500");
        await Expect(page.GetByRole(AriaRole.Status).Last).ToContainTextAsync("500 is the extension of Продажі");
        Assert.Empty(server.Silo.Projects.Sent);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Where_a_client_comes_to_is_tried_with_the_keys_of_the_menus_on_his_way()
    {
        await using var server = await WebTestServer.Start();
        var night = SampleSteps.Menu with { Id = "night", Name = "Нічне", Keys = [new("0", new(Menu: "front"))] };
        server.With(document => document with
        {
            Menus = [SampleSteps.Menu with { Keys = [.. SampleSteps.Menu.Keys, new("9", new(Menu: "night"))] }, night],
            Numbers =
            [
                document.Numbers[0] with { LeadsTo = new(Menu: "front") },
                document.Numbers[1] with { LeadsTo = new(Voicemail: new(Employee: "taras")) },
            ],
        });
        var page = await browser.Open(server, "/settings/outgoing");
        await Try(page, "a client", "044 123 45 67");
        await Expect(page.GetByRole(AriaRole.Status).Last).ToContainTextAsync("+380 44 123 45 67 is ours and leads to: menu: Головне.");
        var menu = page.Locator(".trial-menu").First;
        await Expect(menu).ToContainTextAsync("1 department: Продажі");
        await Expect(menu).ToContainTextAsync("2 voicemail: Продажі");
        await Expect(menu).ToContainTextAsync("When nothing is chosen: department: Підтримка");
        await Expect(menu.Locator(".trial-menu")).ToContainTextAsync("0 menu: Головне");

        await Try(page, "a client", "044 123 45 68");
        await Expect(page.GetByRole(AriaRole.Status).Last).ToContainTextAsync("leads to: voicemail: Тарас Мельник.");
        await Expect(page.Locator(".trial-menu")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    private static void Now(WebTestServer server, TrunkState state) => server.Silo.Projects.TrunkStates = [state];

    private static async Task Try(IPage page, string who, string number)
    {
        await page.SelectOptionAsync("#trial-who", new SelectOptionValue { Label = who });
        await page.FillAsync("#trial-number", number);
        await page.GetByRole(AriaRole.Button, new() { Name = "What would happen" }).ClickAsync();
    }
}
