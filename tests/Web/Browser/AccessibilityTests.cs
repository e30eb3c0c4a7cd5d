using CallCenter.Tests.Shared.Ports;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CallCenter.Web.Tests.Browser;

/// <summary>axe on every page, light and dark, wide and narrow.</summary>
public sealed class AccessibilityTests(BrowserFixture browser, AccessibilityTests.Shown shown) : IClassFixture<AccessibilityTests.Shown>
{
    [Theory]
    [InlineData("/sign-in", null)]
    [InlineData("/board", "admin")]
    [InlineData("/board?wall=1", "admin")]
    [InlineData("/desk", SampleProject.Employee)]
    [InlineData("/desk/taras", SampleProject.Supervisor)]
    [InlineData("/journal/6", "admin")]
    [InlineData("/settings/audit", "admin")]
    [InlineData("/settings/start", "admin")]
    [InlineData("/settings/employees", "admin")]
    [InlineData("/settings/accounts", "admin")]
    [InlineData("/settings/numbers", "admin")]
    [InlineData("/settings/menus", "admin")]
    [InlineData("/settings/trunks", "admin")]
    [InlineData("/settings/outgoing", "admin")]
    [InlineData("/settings/prompts", "admin")]
    [InlineData("/settings/project", "admin")]
    [InlineData("/settings/mail", "admin")]
    [InlineData("/settings/people", "admin")]
    [InlineData("/me", SampleProject.Employee)]
    [InlineData("/password/forgotten", null)]
    [InlineData("/password/none", null)]
    [InlineData("/settings/versions", "admin")]
    [InlineData("/nowhere", "admin")]
    [InlineData("/board", SampleProject.Employee)]
    public async Task Axe_finds_nothing(string address, string? who)
    {
        var page = await browser.Open(shown.Server, address, who);
        foreach (var (theme, width) in new[] { (ColorScheme.Light, 1280), (ColorScheme.Dark, 1280), (ColorScheme.Light, 360) })
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = theme });
            await page.SetViewportSizeAsync(width, width < 600 ? 1500 : 860);
            Assert.Empty(Readable(await page.RunAxe(OnlyViolations), theme));
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Open_menus_and_dialogs_are_clean_as_well()
    {
        var page = await browser.Open(shown.Server, "/board");
        await page.Locator(".dropdown > summary").First.ClickAsync();
        Assert.Empty(Readable(await page.RunAxe(OnlyViolations), ColorScheme.Light));
        await page.Keyboard.PressAsync("Escape");
        foreach (var sheet in new[] { "Columns", "Views", "Wallboard" })
        {
            await page.Locator("summary", new() { HasText = sheet }).ClickAsync();
            Assert.Empty(Readable(await page.RunAxe(OnlyViolations), ColorScheme.Light));
            await page.Keyboard.PressAsync("Escape");
        }

        await page.Locator("[data-key=p-olena] .row-actions button").ClickAsync();
        Assert.Empty(Readable(await page.RunAxe(OnlyViolations), ColorScheme.Light));
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("?");
        await page.Locator("#shortcuts[open]").WaitForAsync();
        Assert.Empty(Readable(await page.RunAxe(OnlyViolations), ColorScheme.Light));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/settings/employees")]
    [InlineData("/settings/accounts")]
    [InlineData("/settings/numbers")]
    [InlineData("/settings/menus")]
    public async Task Drawers_are_clean_as_well(string address)
    {
        foreach (var (theme, width) in new[] { (ColorScheme.Light, 1280), (ColorScheme.Dark, 360) })
        {
            var page = await browser.Open(shown.Server, address, "admin", width, theme);
            await page.Locator(".link.who").First.ClickAsync();
            await page.Locator(".side-drawer .form").WaitForAsync();
            Assert.Empty(Readable(await page.RunAxe(OnlyViolations), theme));
            await page.Context.CloseAsync();
        }
    }

    // What is right is not told node by node.
    private static readonly AxeRunOptions OnlyViolations = new() { ResultTypes = [ResultType.Violations] };

    private static IEnumerable<string> Readable(AxeResult result, ColorScheme theme) =>
        from violation in result.Violations
        from node in violation.Nodes
        select $"{theme} {violation.Id}: {node.Html} {string.Join("; ", node.Any.Select(any => any.Message))}";

    /// <summary>With calls, people and acts to look at.</summary>
    public sealed class Shown : SharedWebServer
    {
        protected override void Prepare(WebTestServer server)
        {
            server.With(document => document with { Menus = [SampleSteps.Menu] });
            server.Silo.Projects.Change(BusyBoard.Now);
            server.Silo.History.Cards.Add(SampleSteps.Message);
            server.Silo.History.Recorded[SampleSteps.Message.Record.Call] = [SampleSteps.Recorded];
            server.Silo.History.Acts.AddRange(SampleActs.Before(TimeProvider.System.GetUtcNow()));
        }
    }
}
