using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CallCenter.Web.Tests.Browser;

/// <summary>The order of the rules that say which number is shown.</summary>
public sealed class OutgoingRulesTests(BrowserFixture browser)
{
    [Fact]
    public async Task Rules_are_put_in_order_by_dragging_and_by_buttons_alike()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/settings/outgoing");
        foreach (var (at, prefix) in new[] { (0, "+38050"), (1, "+38067"), (2, "+38093") })
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Add rule" }).ClickAsync();
            await page.FillAsync($"#rule-{at}-prefix", prefix);
        }

        await page.Locator(".grip").Nth(2).DragToAsync(page.Locator("fieldset.row").First);
        await Prefixes(page, "+38093", "+38050", "+38067");

        await page.GetByRole(AriaRole.Button, new() { Name = "Move Rule 1 down" }).ClickAsync();
        await Prefixes(page, "+38050", "+38093", "+38067");
        await page.Context.CloseAsync();
    }

    private static async Task Prefixes(IPage page, params string[] expected)
    {
        for (var at = 0; at < expected.Length; at++) await Expect(page.Locator($"#rule-{at}-prefix")).ToHaveValueAsync(expected[at]);
    }
}
