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

/// <summary>The player of recordings and the map of a conversation in a real browser, with a real WAV file of two tones.</summary>
public sealed class RecordingBrowserTests(BrowserFixture browser)
{
    private static readonly string Pictures = Path.Combine(AppContext.BaseDirectory, "pictures");

    [Fact]
    public async Task A_recording_plays_and_is_an_entry_of_the_audit_log_once()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/journal/1");
        Assert.Empty(server.Silo.Projects.Noted);
        await page.GetByRole(AriaRole.Button, new() { Name = "Play" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Pause" })).ToBeVisibleAsync();
        await Eventually.Holds(async () => await At(page) > 0.3);
        await page.GetByRole(AriaRole.Button, new() { Name = "Forward 10 s" }).ClickAsync();
        await Eventually.Holds(async () => await At(page) > 10.3);
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();

        var noted = Assert.Single(server.Silo.Projects.Noted);
        Assert.Equal((AuditKind.RecordingPlayed, "1", "1"), (noted.Kind, noted.Target, noted.Detail));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_click_on_the_map_or_the_waveform_and_a_drag_jump_there()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/journal/1");
        var map = (await page.Locator(".talk-map").BoundingBoxAsync())!;
        await Drawn(page);
        await page.Mouse.ClickAsync(map.X + (map.Width / 2), map.Y + 5);
        Assert.InRange(await At(page), 74, 76);
        await Expect(page.Locator("[data-now]")).ToHaveTextAsync("1:15");
        await page.Mouse.ClickAsync(map.X + (map.Width / 5), map.Y - 30);
        Assert.InRange(await At(page), 29, 31);

        await page.Mouse.MoveAsync(map.X + 5, map.Y + 5);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(map.X + (map.Width * 0.8f), map.Y + 9);
        await page.Mouse.UpAsync();
        await page.Mouse.MoveAsync(map.X + 5, map.Y + 5);
        Assert.InRange(await At(page), 119, 121);

        await page.GetByRole(AriaRole.Button, new() { Name = "Play" }).ClickAsync();
        await Eventually.Holds(async () => await At(page) > 120.3);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_keyboard_plays_and_jumps_and_readers_hear_where()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/journal/1");
        var axis = page.GetByRole(AriaRole.Slider, new() { Name = "Position in the recording" });
        await axis.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("PageUp");
        Assert.Equal(15, await At(page), 0.1);
        await Expect(axis).ToHaveAttributeAsync("aria-valuetext", "0:15 of 2:30");
        await page.Keyboard.PressAsync("Space");
        await Eventually.Holds(async () => await At(page) > 15.3);
        await page.Keyboard.PressAsync("Space");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Play" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Home");
        Assert.Equal(0, await At(page), 0.1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Back 10 s" }).PressAsync("Enter");
        Assert.Equal(0, await At(page), 0.1);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_speed_is_chosen()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/journal/1");
        await page.Locator(".recording").GetByLabel("Speed").SelectOptionAsync("1.5");
        await page.GetByRole(AriaRole.Button, new() { Name = "Play" }).ClickAsync();
        await Eventually.Holds(async () => await At(page) > 0.5);
        Assert.Equal(1.5, await page.EvaluateAsync<double>("document.querySelector('audio').playbackRate"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_filters_the_list_or_opens_another_card_keeps_and_loses_the_player()
    {
        await using var server = await WebTestServer.Start();
        server.Silo.History.Recorded[new(3)] = [new RecordedConversation(1, SampleRecording.Record, false)];
        server.Silo.Recordings.Files[(new(3), 1)] = SampleRecording.Wav;
        var page = await browser.Open(server, "/journal?period=custom&call=1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Play" }).ClickAsync();
        await Eventually.Holds(async () => await At(page) > 0.2);
        await page.Locator("th a.sort").Nth(1).ClickAsync();
        await Eventually.Holds(() => page.Url.Contains("sort=wait", StringComparison.Ordinal));
        var before = await At(page);
        await Eventually.Holds(async () => await At(page) > before);

        await page.Locator("#call-3 a.row-link").ClickAsync();
        await page.Locator("#recording-3-1[data-recording-open]").WaitForAsync();
        await Expect(page.Locator(".recording")).ToHaveCountAsync(1);
        Assert.Equal(0, await At(page));
        await Drawn(page);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_card_in_a_drawer_has_the_player_too()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/desk", SampleProject.Employee);
        await page.Locator("a[data-card][href='/journal/1']").ClickAsync();
        await Drawn(page);
        await page.Locator("dialog").GetByRole(AriaRole.Button, new() { Name = "Play" }).ClickAsync();
        await Eventually.Holds(async () => await At(page) > 0.2);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_waveform_has_the_colours_of_the_theme_and_breaks_no_policy()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.NewPage(server.Address);
        await page.Context.AddCookiesAsync([await server.BrowserCookie("admin")]);
        List<string> said = [];
        page.Console += (_, message) => { if (message.Type == "error") said.Add(message.Text); };
        page.PageError += (_, message) => said.Add(message);
        await page.GotoAsync("/journal/1");
        await Drawn(page);
        var light = await Picture(page);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await Eventually.Holds(async () => await Picture(page) is { Length: > 0 } dark && dark != light);
        Assert.Empty(said);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_long_recording_has_its_map_alone()
    {
        await using var server = await WebTestServer.Start();
        server.Silo.History.Recorded[SampleRecording.Call] =
            [new RecordedConversation(1, SampleRecording.Record with { DurationMs = 3_600_000 }, false)];
        var page = await browser.Open(server, "/journal/1");
        List<string> asked = [];
        page.Request += (_, request) => asked.Add(request.Url);
        await page.ReloadAsync();
        await page.Locator("[data-recording-open]").WaitForAsync();
        await Expect(page.Locator(".talk-map")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-wave]")).ToHaveCountAsync(0);
        Assert.DoesNotContain(
            asked, one => one.Contains("wavesurfer", StringComparison.Ordinal) || one.EndsWith("peaks", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_the_browsers_own_player_and_the_map_are_there()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/journal/1", script: false);
        await Expect(page.Locator("audio")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-buttons]")).ToBeHiddenAsync();
        await Expect(page.Locator(".talk-map")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_sound_that_cannot_be_had_is_said()
    {
        await using var server = await WebTestServer.Start();
        server.Silo.Recordings.Files.Clear();
        var page = await browser.Open(server, "/journal/1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Play" }).ClickAsync();
        await Expect(page.Locator("[data-unplayable]")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1440, ColorScheme.Light, "uk")]
    [InlineData(1440, ColorScheme.Dark, "uk")]
    [InlineData(390, ColorScheme.Light, "uk")]
    [InlineData(390, ColorScheme.Dark, "uk")]
    public async Task A_card_with_a_recording_is_accessible_and_fits(int width, ColorScheme theme, string language)
    {
        await using var server = await WebTestServer.Start();
        foreach (var (name, address) in new[] { ("card", "/journal/1"), ("card-beside", "/journal?period=custom&call=1") })
        {
            var page = await browser.Open(server, address, "admin", width, theme, language);
            await Drawn(page);
            await page.GetByRole(AriaRole.Slider).FocusAsync();
            foreach (var key in Enumerable.Repeat("ArrowRight", 9)) await page.Keyboard.PressAsync(key);
            await page.EvaluateAsync("document.activeElement.blur()");
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}-{width}-{theme}-{language}.png"), FullPage = true });
            await page.Locator(".talk-table summary").ClickAsync();
            var found = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
            Assert.Empty(found.Violations.Select(one => $"{one.Id} {string.Join(", ", one.Nodes.Select(node => node.Html))}"));
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0);
            await page.Context.CloseAsync();
        }
    }

    private static Task<double> At(IPage page) => page.EvaluateAsync<double>("document.querySelector('[data-sound]').currentTime");

    private static Task Drawn(IPage page) => Eventually.Holds(async () => await Picture(page) is { Length: > 0 });

    // Of the first canvas within the shadow of the waveform, as long as something is drawn on it.
    private static Task<string> Picture(IPage page) => page.EvaluateAsync<string>(
        """
        () => {
          const canvas = document.querySelector("[data-wave] > div > div")?.shadowRoot?.querySelector("canvas");
          const some = canvas?.width && canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.some((one) => one);
          return some ? canvas.toDataURL() : "";
        }
        """);
}
