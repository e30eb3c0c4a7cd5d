using CallCenter.Abstractions.Calls;
using CallCenter.Scenarios.Tests.Harness;
using CallCenter.Tests.Shared;
using Microsoft.Playwright;
using static CallCenter.Scenarios.Tests.Harness.SampleProject;

namespace CallCenter.Scenarios.Tests;

/// <summary>
/// Silo and pages as processes of their own. The pages are killed under calls <c>PAGE_KILLS</c> times (5 unless the environment says
/// another number).
/// </summary>
public sealed class ProcessesTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Caller = "380674000001";
    private const int Employees = 400;

    // The browser shares two processors with the calls.
    private static readonly LocatorAssertionsToHaveCountOptions Patient = new() { Timeout = 20_000 };

    private readonly PostgresFixture _postgres = new();
    private CallCenterServer _center = null!;

    public async ValueTask InitializeAsync()
    {
        _center = new CallCenterServer { Cluster = await _postgres.NewDatabase() };
        await _center.Start();
    }

    public async ValueTask DisposeAsync()
    {
        _center.Dispose();
        await _postgres.DisposeAsync();
    }

    [Fact]
    public async Task Pages_that_are_killed_under_calls_cost_no_call_and_nobody_signs_in_again()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("PAGE_KILLS") ?? "5");
        var (trunk, phones) = (Ports.Pair(), Ports.Free());
        await _center.Publish(With(trunk, [.. Enumerable.Range(1, Employees).Select(i => Employee($"e{i}", $"{1000 + i}", phones))]));
        await using var browser = await Chromium.AtBoard(_center.Address, _center.Password);
        using var staff = await Sipp.Phone("employee-answers", phones, ringMs: 300, calls: 1_000_000);
        using var clients = Sipp.Client(
            "caller", trunk.First, _center.SipPort, Number, Caller, milliseconds: 1500, calls: 1_000_000, rate: 100);

        for (var kill = 1; kill <= kills; kill++)
        {
            var ended = (await _center.Health()).CallsEnded;
            await Eventually.Holds(
                async () => (await _center.Health()).CallsEnded >= ended + 300, TimeSpan.FromSeconds(30), $"kill {kill}");
            await _center.Kill();
            await Assertions.Expect(browser.Page.Locator("html[data-stale]")).ToHaveCountAsync(1, Patient);
            await _center.StartPages();
            await _center.Board(); // with the cookie from before
            await Assertions.Expect(browser.Page.Locator(".badge[data-state=live]")).ToHaveCountAsync(1, Patient);
        }

        var made = await clients.Finish(withinSeconds: 60);
        Assert.True(made.Failed == 0 && made.Successful == made.Created, $"Clients: {made}\n{clients.Surprises()}");
        var taken = await staff.Finish(withinSeconds: 30);
        Assert.True(taken.Failed == 0, $"Phones: {taken}\n{staff.Surprises()}");
        await Eventually.Holds(async () => (await _center.Health()) is { CallsLive: 0, JournalBacklog: 0 }, TimeSpan.FromSeconds(30));
        var records = await _center.AllCalls(Caller);
        output.WriteLine($"{made.Created} calls, {records.Count} records, {kills} kills of the pages");
        Assert.Equal(made.Created, records.Count);
        Assert.All(records, call => Assert.Equal((CallOutcome.Answered, EndedBy.Client), (call.Outcome, call.EndedBy)));
    }

    [Fact]
    public async Task Pages_outlive_their_silo_say_so_and_come_back_with_it()
    {
        var trunk = Ports.Pair();
        await _center.Publish(With(trunk, Employee("anna", "101", Ports.Free())));
        await using var browser = await Chromium.AtBoard(_center.Address, _center.Password);
        var page = browser.Page;
        await Assertions.Expect(page.GetByText("Anna").First).ToBeVisibleAsync();
        await page.EvaluateAsync("window.isFirstPage = true");

        await _center.KillSilo();
        await Assertions.Expect(page.Locator("html[data-stale]")).ToHaveCountAsync(1);
        var other = await browser.AnotherPage();
        var answer = await other.GotoAsync(_center.Address + "/journal");
        Assert.Equal(503, answer!.Status);
        await Assertions.Expect(other.GetByText("The call center's server cannot be reached")).ToBeVisibleAsync();
        Assert.False((await _center.Health()).Ready);

        _center.StartSilo();
        await Assertions.Expect(page.Locator(".badge[data-state=live]")).ToHaveCountAsync(1, Patient);
        Assert.True(await page.EvaluateAsync<bool>("window.isFirstPage === true"));
        await _center.SetAvailability("anna", "notReady", "lunch");
        await Assertions.Expect(page.GetByText("Lunch").First).ToBeVisibleAsync();
        await other.GotoAsync(_center.Address + "/journal");
        Assert.EndsWith("/journal", other.Url, StringComparison.Ordinal);
    }
}
