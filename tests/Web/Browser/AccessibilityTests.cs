using CallCenter.Tests.Shared.Ports;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CallCenter.Web.Tests.Browser;

/// <summary>axe on every page, light and dark, wide and narrow.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AccessibilityTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("/sign-in", null)]
    [InlineData("/board", "admin")]
    [InlineData("/board?wall=1", "admin")]
    [InlineData("/desk", SampleProject.Employee)]
    [InlineData("/desk/taras", SampleProject.Supervisor)]
    [InlineData("/settings/audit", "admin")]
    [InlineData("/nowhere", "admin")]
    [InlineData("/board", SampleProject.Employee)]
    public async Task Axe_finds_nothing(string address, string? who)
    {
        await using var server = await WebTestServer.Start();
        server.Silo.Projects.Change(BusyBoard.Now);
        server.Silo.History.Acts.AddRange(SampleActs.Before(TimeProvider.System.GetUtcNow()));
        foreach (var (theme, width) in new[] { (ColorScheme.Light, 1280), (ColorScheme.Dark, 1280), (ColorScheme.Light, 360) })
        {
            var page = await browser.Open(server, address, who, width, theme);
            Assert.Empty(Readable(await page.RunAxe(), theme));
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task Open_menus_and_dialogs_are_clean_as_well()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/board");
        await page.Locator(".dropdown > summary").First.ClickAsync();
        Assert.Empty(Readable(await page.RunAxe(), ColorScheme.Light));
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("?");
        await page.Locator("#shortcuts[open]").WaitForAsync();
        Assert.Empty(Readable(await page.RunAxe(), ColorScheme.Light));
        await page.Context.CloseAsync();
    }

    private static IEnumerable<string> Readable(AxeResult result, ColorScheme theme) =>
        from violation in result.Violations
        from node in violation.Nodes
        select $"{theme} {violation.Id}: {node.Html} {string.Join("; ", node.Any.Select(any => any.Message))}";
}
