using CallCenter.Tests.Shared;
using CallCenter.Tests.Shared.Ports;
using CallCenter.Web.Tests.Browser;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CallCenter.Web.Tests.Calls;

/// <summary>The journal in a real browser: filtering without reloading, the card at the side, the keyboard, going back.</summary>
public sealed class CallListBrowserTests(BrowserFixture browser)
{
    private const string AnyTime = "/journal?period=custom";

    [Fact]
    public async Task A_filter_changes_the_list_and_the_address_without_leaving_the_page()
    {
        await using var server = await WebTestServer.Start();
        var page = await Open(server, AnyTime);
        await page.EvaluateAsync("window.stayed = true");
        await page.Locator("select[name=outcome]").SelectOptionAsync("abandoned");
        await Eventually.Holds(() => page.Url.Contains("outcome=abandoned", StringComparison.Ordinal));
        Assert.Equal(["call-2"], await Rows(page));
        await page.Locator("input[name=number]").FillAsync("no digits of this call 999");
        await page.Locator("input[name=number]").PressAsync("Enter");
        await Eventually.Holds(() => page.Url.Contains("number=", StringComparison.Ordinal));
        Assert.Equal(["call-2"], await Rows(page));

        await page.GoBackAsync();
        await page.GoBackAsync();
        await Eventually.Holds(async () => (await Rows(page)).Count == 4);
        Assert.Equal("", await page.Locator("select[name=outcome]").InputValueAsync());
        Assert.True(await page.EvaluateAsync<bool>("window.stayed"));
    }

    [Fact]
    public async Task A_row_opens_the_card_at_the_side_and_the_keyboard_follows()
    {
        await using var server = await WebTestServer.Start();
        var page = await Open(server, AnyTime);
        await page.Locator("#call-1 a.row-link").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#card-title").WaitForAsync();
        Assert.Contains("call=1", page.Url, StringComparison.Ordinal);
        await Eventually.Holds(async () => await page.EvaluateAsync<string>("document.activeElement.id") == "card-title");

        await page.Locator("a[href='#decision-3-words']").ClickAsync();
        Assert.True(await page.Locator("#decision-3-words:target").IsVisibleAsync());

        await page.Locator(".call-card header a").Last.ClickAsync();
        await page.Locator("#card-title").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        await Eventually.Holds(async () => await page.EvaluateAsync<string>("document.activeElement.closest('tr')?.id ?? ''") == "call-1");
        Assert.Equal(4, (await Rows(page)).Count);
    }

    [Fact]
    public async Task Clicking_a_head_sorts()
    {
        await using var server = await WebTestServer.Start();
        var page = await Open(server, AnyTime);
        await page.Locator("th a.sort").Nth(1).ClickAsync();
        await Eventually.Holds(() => page.Url.Contains("sort=wait", StringComparison.Ordinal));
        Assert.Equal(["call-2", "call-4", "call-1", "call-3"], await Rows(page));
        Assert.Equal("descending", await page.Locator("th[aria-sort]").GetAttributeAsync("aria-sort"));
    }

    [Fact]
    public async Task Without_script_the_form_does_the_same()
    {
        await using var server = await WebTestServer.Start();
        var page = await Open(server, AnyTime, script: false);
        await page.Locator("select[name=outcome]").SelectOptionAsync("abandoned");
        await page.Locator("#calls-filter button").ClickAsync();
        Assert.Equal(["call-2"], await Rows(page));
        await page.Locator("#call-2 a.row-link").ClickAsync();
        Assert.True(await page.Locator("#card-title").IsVisibleAsync());
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light, "en")]
    [InlineData(1280, ColorScheme.Dark, "uk")]
    [InlineData(360, ColorScheme.Light, "ru")]
    public async Task Every_page_of_ours_is_accessible_and_fits_the_window(int width, ColorScheme theme, string language)
    {
        await using var server = await WebTestServer.Start();
        await server.Silo.SignIns.CreateKey(FakeSilo.Project, "hall", Abstractions.Configuration.AccessLevel.Supervisor);
        foreach (var address in new[]
        {
            AnyTime, AnyTime + "&call=1", "/journal?outcome=busy", "/journal/1", "/journal/7", "/api",
            "/settings", "/settings/keys", "/settings/people",
        })
        {
            var page = await Open(server, address, width, theme, language);
            var found = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
            var violations = found.Violations.Select(one => $"{one.Id} {string.Join(", ", one.Nodes.Select(node => node.Html))}");
            Assert.True(found.Violations.Length == 0, $"{address} {width} {theme}: {string.Join("; ", violations)}");
            var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(overflow <= 0, $"{address} is {overflow} pixels wider than the window of {width}");
            await page.Context.CloseAsync();
        }
    }

    private async Task<IPage> Open(
        WebTestServer server, string address, int width = 1280, ColorScheme theme = ColorScheme.Light, string language = "en",
        bool script = true)
    {
        var page = await browser.NewPage(server.Address, width, theme, language, script);
        await page.Context.AddCookiesAsync([await server.BrowserCookie("admin")]);
        await page.GotoAsync(address);
        return page;
    }

    private static async Task<IReadOnlyList<string>> Rows(IPage page) =>
        await page.Locator("#calls-list tbody tr").EvaluateAllAsync<string[]>("rows => rows.map(row => row.id)");
}
