using CallCenter.Abstractions.Ports;
using CallCenter.Scenarios.Tests.Harness;
using Microsoft.Playwright;
using static CallCenter.Scenarios.Tests.Harness.SampleProject;

namespace CallCenter.Scenarios.Tests;

/// <summary>A supervisor looks at the board in a real browser while a real call goes through.</summary>
[Collection(nameof(RunningCallCenter))]
public class BoardInBrowserTests(RunningCallCenter center)
{
    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    [Fact]
    public async Task Board_shows_a_real_call_as_it_comes_and_goes()
    {
        var (trunk, phone) = (Ports.Pair(), Ports.Free());
        await center.Publish(With(trunk, Employee("anna", "101", phone)));
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = Arguments,
        });
        var page = await browser.NewPageAsync();
        await page.GotoAsync(center.Address + "/sign-in?returnUrl=%2Fboard");
        await page.FillAsync("#name", SignedInUser.Operator);
        await page.FillAsync("#password", center.Password);
        await page.ClickAsync("button.primary");
        await page.WaitForURLAsync("**/board");
        var client = page.GetByText("+380 67 400 00 01").First;
        await Assertions.Expect(client).ToBeHiddenAsync();

        using var anna = await Sipp.Phone("employee-answers", phone);
        using var caller = Sipp.Client("caller", trunk.First, center.SipPort, Number, "380674000001", milliseconds: 3000);
        await Assertions.Expect(client).ToBeVisibleAsync();
        await caller.Succeeds();
        await anna.Succeeds();
        await Assertions.Expect(client).ToBeHiddenAsync();
    }
}
