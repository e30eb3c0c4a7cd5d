using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.History;
using CallCenter.Tests.Shared;
using CallCenter.Tests.Shared.Ports;
using CallCenter.Web.Tests.Browser;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CallCenter.Web.Tests.Calls;

/// <summary>Recordings played from the journal's rows in a real browser.</summary>
public sealed class JournalPlayerTests(BrowserFixture browser)
{
    private const string AnyTime = "/journal?period=custom";
    private static readonly string Pictures = Path.Combine(AppContext.BaseDirectory, "pictures");

    [Fact]
    public async Task The_button_of_a_row_plays_below_the_list_and_the_keyboard_pauses_and_closes()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, AnyTime);
        await Expect(page.Locator(".row-play")).ToHaveCountAsync(1);
        await page.EvaluateAsync("window.stayed = true");
        await page.Locator("#call-1 .row-play").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Eventually.Holds(async () => await At(page) > 0.3);
        await Expect(page.Locator("#calls-list tbody tr")).ToHaveCountAsync(4);
        await Expect(page.Locator("#card-title")).ToHaveCountAsync(0);
        await Expect(page.Locator("#call-1 .row-play")).ToHaveAttributeAsync("aria-current", "true");
        Assert.Contains("play=1", page.Url, StringComparison.Ordinal);
        var noted = Assert.Single(server.Silo.Projects.Noted);
        Assert.Equal((AuditKind.RecordingPlayed, "1", "1"), (noted.Kind, noted.Target, noted.Detail));

        await page.Keyboard.PressAsync("Space");
        await Expect(Button(page, "Play")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("audio")).ToHaveCountAsync(0);
        await Eventually.Holds(async () => await page.EvaluateAsync<string>("document.activeElement.closest('tr')?.id ?? ''") == "call-1");
        Assert.DoesNotContain("play=", page.Url, StringComparison.Ordinal);
        Assert.True(await page.EvaluateAsync<bool>("window.stayed"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_sorts_filters_or_opens_a_card_goes_on_listening_and_one_sound_ends_another()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, AnyTime);
        await page.Locator("#call-1 .row-play").ClickAsync();
        await Eventually.Holds(async () => await At(page) > 0.2);
        await page.Locator("th a.sort").Nth(1).ClickAsync();
        await Eventually.Holds(() => page.Url.Contains("sort=wait", StringComparison.Ordinal));
        await page.Locator("select[name=outcome]").SelectOptionAsync("abandoned");
        await Expect(page.Locator("#calls-list tbody tr")).ToHaveCountAsync(1);
        Assert.Contains("play=1", page.Url, StringComparison.Ordinal);
        await GoesOn(page);
        await page.Locator("select[name=outcome]").SelectOptionAsync("");
        await page.Locator("#call-1 a.row-link").ClickAsync();
        await page.Locator("#recording-1-1[data-recording-open]").WaitForAsync();
        await GoesOn(page);

        await Button(page.Locator("#recording-1-1"), "Play").ClickAsync();
        await Expect(Button(page.Locator("#player-1-1"), "Play")).ToBeVisibleAsync();
        await Expect(Button(page.Locator("#recording-1-1"), "Pause")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Of_several_conversations_the_last_is_played_and_the_others_are_a_choice()
    {
        await using var server = await WebTestServer.Start();
        HandOn(server);
        var page = await browser.Open(server, AnyTime);
        await page.Locator("#call-1 .row-play").ClickAsync();
        await page.Locator("#player-1-2[data-playing]").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "1. Олена Коваль 2:30" }).ClickAsync();
        await page.Locator("#player-1-1[data-playing]").WaitForAsync();
        await Expect(page.Locator("audio")).ToHaveCountAsync(1);
        Assert.Equal(["2", "1"], server.Silo.Projects.Noted.Select(entry => entry.Detail));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_employee_has_buttons_for_what_he_said_himself_only()
    {
        await using var server = await WebTestServer.Start();
        HandOn(server);
        server.Silo.History.Recorded[new CallId(3)] = [new RecordedConversation(1, SampleRecording.Record, false)];
        var page = await browser.Open(server, AnyTime, SampleProject.Employee);
        await Expect(page.Locator(".row-play")).ToHaveCountAsync(1);
        await page.Locator("#call-1 .row-play").ClickAsync();
        await page.Locator("#player-1-1[data-playing]").WaitForAsync();
        await Expect(page.Locator(".player-others")).ToHaveCountAsync(0);

        await page.GotoAsync(AnyTime + "&play=3");
        await Expect(page.Locator("#calls-player")).ToContainTextAsync("There is no recording of call 3 that you may listen to.");
        await page.GotoAsync(AnyTime + "&play=1&conversation=2");
        await Expect(page.Locator("audio")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_list_shows_calls_with_a_recording_alone_when_asked_to()
    {
        await using var server = await WebTestServer.Start();
        server.Silo.History.Recorded[new CallId(3)] = [new RecordedConversation(1, SampleRecording.Record, IsDeleted: true)];
        var page = await browser.Open(server, AnyTime);
        await page.GetByLabel("With recording").CheckAsync();
        await Expect(page.Locator("#calls-list tbody tr")).ToHaveCountAsync(1);
        Assert.Contains("recorded=true", page.Url, StringComparison.Ordinal);
        await page.GetByLabel("With recording").UncheckAsync();
        await Expect(page.Locator("#calls-list tbody tr")).ToHaveCountAsync(4);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_the_button_leads_to_the_browsers_own_player()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, AnyTime, script: false);
        await page.Locator("#call-1 .row-play").ClickAsync();
        await Expect(page.Locator("#calls-player audio")).ToBeVisibleAsync();
        await page.Locator(".player-close").ClickAsync();
        await Expect(page.Locator("#calls-player audio")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_keyboard_leads_from_speaker_to_speaker_and_changes_the_speed()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, AnyTime + "&play=1");
        await page.Locator("[data-recording-open]").WaitForAsync();
        await Button(page, "Play").FocusAsync();
        // Olena from 0.3, the client from 1.8, Olena from 8.4, the client from 14.
        foreach (var expected in new[] { 0.3, 1.8, 8.4, 14 })
        {
            await page.Keyboard.PressAsync("Shift+ArrowRight");
            Assert.Equal(expected, await At(page), 0.01);
        }

        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal(19, await At(page), 0.01);
        foreach (var expected in new[] { 14, 8.4 })
        {
            await page.Keyboard.PressAsync("Shift+ArrowLeft");
            Assert.Equal(expected, await At(page), 0.01);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "To the next change of speaker" }).ClickAsync();
        Assert.Equal(14, await At(page), 0.01);
        await page.Keyboard.PressAsync("+");
        await page.Keyboard.PressAsync("+");
        await page.Keyboard.PressAsync("-");
        await Expect(page.GetByLabel("Speed")).ToHaveValueAsync("1.25");
        Assert.Equal(1.25, await page.EvaluateAsync<double>("document.querySelector('audio').playbackRate"));
        foreach (var words in new[] { "arrows jump by 5 s", "Shift with an arrow to the next change of speaker", "+ and − change the" })
            Assert.Contains(words, await page.Locator("[data-axis]").GetAttributeAsync("title"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1440, ColorScheme.Light, "uk")]
    [InlineData(1440, ColorScheme.Dark, "uk")]
    [InlineData(390, ColorScheme.Light, "uk")]
    [InlineData(390, ColorScheme.Dark, "ru")]
    public async Task The_journal_with_its_player_is_accessible_and_fits(int width, ColorScheme theme, string language)
    {
        await using var server = await WebTestServer.Start();
        HandOn(server);
        for (var id = 10; id < 40; id++) server.Silo.History.Cards.Add(SampleCalls.Plain(id, SampleProject.Start + id));
        var page = await browser.Open(server, AnyTime + "&order=asc&play=1", "admin", width, theme, language);
        await page.Locator("[data-recording-open] canvas").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.Keyboard.PressAsync("Tab");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"journal-player-{width}-{theme}-{language}.png") });
        var found = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        Assert.Empty(found.Violations.Select(one => $"{one.Id} {string.Join(", ", one.Nodes.Select(node => node.Html))}"));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0);
        await page.Context.CloseAsync();
    }

    // Olena hands the first call on to Taras; both conversations are recorded.
    private static void HandOn(WebTestServer server)
    {
        var history = server.Silo.History;
        var card = history.Cards.Single(one => one.Record.Call == SampleRecording.Call);
        var (first, legs) = (card.Record.Conversations[0], card.Record.Legs);
        var handed = legs[2] with { Number = 3, Employee = new EmployeeId("taras"), Target = "taras" };
        history.Cards[history.Cards.IndexOf(card)] = card with
        {
            Record = card.Record with
            {
                Legs = [.. legs, handed],
                Conversations = [first, first with { Number = 2, OtherLeg = 3, Employee = handed.Employee }],
            },
        };
        history.Recorded[SampleRecording.Call] = [Recorded(1), Recorded(2)];
        server.Silo.Recordings.Files[(SampleRecording.Call, 2)] = SampleRecording.Wav;
    }

    private static RecordedConversation Recorded(int number) => new(number, SampleRecording.Record, false);

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator Button(ILocator within, string name) => within.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static async Task GoesOn(IPage page)
    {
        var before = await At(page);
        await Eventually.Holds(async () => await At(page) > before);
    }

    private static Task<double> At(IPage page) =>
        page.EvaluateAsync<double>("document.querySelector('#calls-player audio')?.currentTime ?? 0");
}
