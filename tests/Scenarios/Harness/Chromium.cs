using CallCenter.Abstractions.Ports;
using Microsoft.Playwright;

namespace CallCenter.Scenarios.Tests.Harness;

/// <summary>A real browser in which the operator is signed in.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser, IPage page) => (_playwright, _browser, Page) = (playwright, browser, page);

    public IPage Page { get; }

    /// <summary>Shows the board.</summary>
    public static async Task<Chromium> AtBoard(string address, string password)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = Arguments,
        });
        var page = await (await browser.NewContextAsync()).NewPageAsync();
        await page.GotoAsync(address + "/sign-in?returnUrl=%2Fboard");
        await page.FillAsync("#name", SignedInUser.Operator);
        await page.FillAsync("#password", password);
        await page.ClickAsync("button.primary");
        // The address is enough: what a test looks for it waits for, and the load event did not come within 30 s once.
        await page.WaitForURLAsync("**/board", new PageWaitForURLOptions { WaitUntil = WaitUntilState.Commit });
        return new Chromium(playwright, browser, page);
    }

    /// <summary>With the same sign-in.</summary>
    public Task<IPage> AnotherPage() => Page.Context.NewPageAsync();

    /// <summary>Somebody else's, who is not signed in.</summary>
    public Task<IBrowserContext> AnotherContext() => _browser.NewContextAsync();

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
