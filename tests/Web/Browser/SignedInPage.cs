using Microsoft.Playwright;

namespace CallCenter.Web.Tests.Browser;

/// <summary>Opening pages as a person of the sample project.</summary>
internal static class SignedInPage
{
    /// <summary>
    /// A page of a new context at an address, as somebody; null is nobody. Pages with a live region are live when this returns, pages that
    /// are worked with can be used.
    /// </summary>
    public static async Task<IPage> Open(
        this BrowserFixture browser, WebTestServer server, string address, string? who = "admin", int width = 1280,
        ColorScheme theme = ColorScheme.Light, string language = "en", bool script = true)
    {
        var page = await browser.NewPage(server.Address, width, theme, language, script);
        if (who is not null) await page.Context.AddCookiesAsync([await server.BrowserCookie(who)]);
        await page.GotoAsync(address);
        if (script && await page.Locator("[data-live-region]").CountAsync() > 0)
            await page.Locator("[data-live-badge][data-state=live]").WaitForAsync();
        if (script && await page.Locator(".work").CountAsync() > 0) await page.Locator(".work:not([inert])").WaitForAsync();
        return page;
    }

    /// <summary>Does what loads another document, and returns when it is there.</summary>
    public static async Task Leaving(this IPage page, Func<Task> action)
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        page.DOMContentLoaded += Loaded;
        await action();
        await loaded.Task.WaitAsync(TimeSpan.FromSeconds(15));
        page.DOMContentLoaded -= Loaded;

        void Loaded(object? sender, IPage loadedPage) => loaded.TrySetResult();
    }
}
