using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CallCenter.Scenarios.Tests.Harness;

/// <summary>Pages that are worked with, as a person uses them.</summary>
internal static class Work
{
    /// <summary>Opens a page and waits until its circuit is there.</summary>
    public static async Task Open(IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.Locator(".work:not([inert])").WaitForAsync();
    }

    /// <summary>The same within a part of the page.</summary>
    public static Task Press(ILocator within, string button) =>
        within.GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^{Regex.Escape(button)}$") }).ClickAsync();

    /// <summary>Presses the button of exactly this name.</summary>
    public static Task Press(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^{Regex.Escape(button)}$") }).ClickAsync();
}
