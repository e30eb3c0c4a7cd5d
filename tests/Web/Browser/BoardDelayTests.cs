using System.Globalization;
using CallCenter.Tests.Shared;

namespace CallCenter.Web.Tests.Browser;

/// <summary>How long it takes from an event to the painted page, as the page measures it itself.</summary>
[Collection(BrowserCollection.Name)]
public sealed class BoardDelayTests(BrowserFixture browser, ITestOutputHelper output)
{
    private const int Changes = 300;

    [Fact]
    public async Task Most_events_are_on_the_screen_in_less_than_100_ms()
    {
        await using var server = await WebTestServer.Start();
        server.Silo.Projects.Time = TimeProvider.System;
        server.Silo.Projects.Change(BusyBoard.Now);
        var page = await browser.Open(server, "/board");
        var delay = page.Locator("[data-live-delay]");
        var changed = 0;

        using (var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50)))
        {
            while (changed < Changes && await timer.WaitForNextTickAsync())
            {
                var n = ++changed;
                server.Silo.Projects.Change(board => board with
                {
                    Today = board.Today with { Incoming = n },
                    Employees =
                    [
                        .. board.Employees.Select((line, i) => i == n % board.Employees.Count ? line with { CallsToday = n } : line),
                    ],
                });
            }
        }

        await Eventually.Holds(async () => await page.Locator("[data-key=h-day] strong").TextContentAsync() == $"{Changes}");
        async Task<int> Figure(string name) => int.Parse((await delay.GetAttributeAsync(name))!, CultureInfo.InvariantCulture);
        var (count, p50, p99) = (await Figure("data-count"), await Figure("data-p50"), await Figure("data-p99"));
        output.WriteLine($"{count} updates for {Changes} changes, p50 {p50} ms, p99 {p99} ms");
        await page.Context.CloseAsync();

        // The goal is 100 ms at p99 (web/README.md has figures); a machine that runs ten test programs at once proves only the middle.
        Assert.InRange(count, Changes / 3, Changes);
        Assert.InRange(p50, 0, 100);
    }
}
