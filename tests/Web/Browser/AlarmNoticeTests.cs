using CallCenter.Abstractions.Ports;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CallCenter.Web.Tests.Browser;

/// <summary>Alarms on the open board: they come without an event of the project, and go again.</summary>
public sealed class AlarmNoticeTests(BrowserFixture browser)
{
    private static readonly IReadOnlyList<SiloAlarm> Both =
        [new(SiloAlarmKind.DiskLow, "", 700L << 20), new(SiloAlarmKind.HistoryBehind, "", 1_234_567)];

    [Fact]
    public async Task An_alarm_comes_to_a_quiet_board_and_goes_without_a_reload()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/board");
        var notice = page.Locator(".alarms p");
        await Expect(notice).ToHaveCountAsync(0);

        server.Silo.Alarms = [new SiloAlarm(SiloAlarmKind.JournalAway, "", 0)];
        await Expect(notice).ToContainTextAsync("New calls are refused");
        server.Silo.Alarms = [];

        await Expect(notice).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(360, ColorScheme.Light, "uk")]
    [InlineData(1280, ColorScheme.Light, "en")]
    [InlineData(1280, ColorScheme.Dark, "ru")]
    public async Task Alarms_are_readable_in_every_theme_and_width(int width, ColorScheme theme, string language)
    {
        await using var server = await WebTestServer.Start();
        server.Silo.Projects.Change(BusyBoard.Now);
        server.Silo.Alarms = [new SiloAlarm(SiloAlarmKind.JournalAway, "", 0), .. Both];
        var page = await browser.Open(server, "/board", "admin", width, theme, language);

        await Expect(page.Locator(".alarms p")).ToHaveCountAsync(3);
        Assert.Empty((await page.RunAxe()).Violations.Select(violation => violation.Id));
        await page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Path.Combine(AppContext.BaseDirectory, "pictures", $"alarms-{width}-{theme}-{language}.png"),
        });
        await page.Context.CloseAsync();
    }
}
