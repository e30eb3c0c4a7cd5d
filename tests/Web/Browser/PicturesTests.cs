using CallCenter.Tests.Shared.Ports;
using Microsoft.Playwright;

namespace CallCenter.Web.Tests.Browser;

/// <summary>Pictures of the pages beside the test program (<c>pictures/</c>), to be looked at by people.</summary>
public sealed class PicturesTests(BrowserFixture browser)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "pictures");

    [Theory]
    [InlineData(360, ColorScheme.Light, "uk")]
    [InlineData(1280, ColorScheme.Light, "en")]
    [InlineData(1280, ColorScheme.Dark, "uk")]
    [InlineData(2560, ColorScheme.Dark, "ru")]
    public async Task Every_page_fits_its_window(int width, ColorScheme theme, string language)
    {
        await using var server = await WebTestServer.Start();
        server.Silo.Projects.Change(BusyBoard.Now);
        server.Silo.History.Acts.AddRange(SampleActs.Before(TimeProvider.System.GetUtcNow()));
        foreach (var (name, address, who) in new[]
        {
            ("sign-in", "/sign-in", null), ("board", "/board", "admin"), ("wall", "/board?wall=1", "admin"),
            ("desk", "/desk", SampleProject.Employee), ("missing", "/nowhere", SampleProject.Employee),
            ("audit", "/settings/audit", "admin"),
        })
        {
            var page = await browser.Open(server, address, who, width, theme, language);
            var file = Path.Combine(Folder, $"{name}-{width}-{theme}-{language}.png");
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = file, FullPage = true });
            var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(overflow <= 0, $"{name} is {overflow} pixels wider than the window of {width}");
            await page.Context.CloseAsync();
        }
    }
}
