using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Ports;
using CallCenter.Abstractions.Prompts;
using CallCenter.Media.Prompts;
using CallCenter.Tests.Shared;
using CallCenter.Tests.Shared.Ports;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CallCenter.Web.Tests.Browser;

/// <summary>The page of prompts: what callers hear is listened to, put up, taken away; the sounds behind it are real ones.</summary>
public sealed class PromptPagesTests(BrowserFixture browser)
{
    private const string Prompts = "/settings/prompts";
    private static readonly PromptPlace Closed = new("uk", "closed");

    [Fact]
    public async Task A_built_in_prompt_is_played_replaced_and_brought_back()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, Prompts);
        var row = page.Locator(".prompts > li", new() { HasText = "зараз ми не працюємо" });
        await Plays(page, row);

        await row.Locator(".link").ClickAsync();
        await Choose(page, "closed.wav", Wav(1.2));
        await Expect(page.Locator(".side-drawer .sound-now")).ToContainTextAsync("0:01");
        Assert.Equal(9_600, WaveReader.Read((await Heard(server, Closed))!).Samples!.Length);
        await Close(page);
        await Expect(row).ToContainTextAsync("own sound");
        await Plays(page, row);

        await row.Locator(".link").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "The built-in one again" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "The built-in one again" })).ToHaveCountAsync(0);
        await Close(page);
        await Expect(row).Not.ToContainTextAsync("own sound");
        Assert.Equal(
            [(AuditKind.PromptReplaced, "uk/closed", "admin"), (AuditKind.PromptRestored, "uk/closed", "admin")],
            server.Silo.Projects.Noted.Select(entry => (entry.Kind, entry.Target, entry.Actor.Name)));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_no_sound_is_said_beside_the_field_in_the_readers_language_and_can_be_put_right_at_once()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, Prompts, language: "uk");
        await page.Locator(".prompts > li", new() { HasText = "зараз ми не працюємо" }).Locator(".link").ClickAsync();

        await Choose(page, "closed.wav", "This is a text, whatever it is called."u8.ToArray());

        await Expect(page.Locator("#sound-file-under")).ToContainTextAsync("Це не файл WAV");
        await Expect(page.Locator("#sound-file")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.Locator("#sound-file")).ToBeFocusedAsync();
        Assert.Empty(server.Silo.Projects.Noted);

        await Choose(page, "closed.wav", Wav(1));
        await Expect(page.Locator("#sound-file-under")).Not.ToContainTextAsync("Це не файл WAV");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Знову вбудований" })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_said_before_it_travels()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, Prompts);
        await page.Locator(".prompts > li", new() { HasText = "over and over" }).Locator(".link").ClickAsync();
        await Choose(page, "music.wav", new byte[(10 * 1024 * 1024) + 1]);
        await Expect(page.Locator("#sound-file-under")).ToContainTextAsync("more than 10 MB");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_prompt_of_ones_own_gets_its_sound_at_once_and_its_name_when_it_is_published()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, Prompts);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add prompt" }).ClickAsync();
        await page.GetByLabel("Name").FillAsync("Вітання меню");
        await page.GetByLabel("What it says").FillAsync("Вітаємо!\nНатисніть один.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Choose(page, "greeting.wav", Wav(2));
        await Expect(page.Locator(".side-drawer .sound-now")).ToContainTextAsync("0:02");
        await Close(page);
        await Plays(page, page.Locator(".prompts > li", new() { HasText = "Вітання меню" }));
        await Expect(page.Locator(".draft-bar")).ToContainTextAsync("1 change is not published yet");

        await page.GetByRole(AriaRole.Button, new() { Name = "Review and publish" }).ClickAsync();
        await Expect(page.Locator(".changes")).ToContainTextAsync("Вітання меню");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await Expect(page.Locator(".draft-bar")).ToContainTextAsync("Everything here is published.");
        var published = Assert.IsType<PublishConfiguration>(Assert.Single(server.Silo.Projects.Sent)).Document;
        Assert.Equal(
            new PromptConfiguration("vitannia-meniu", "Вітання меню", "Вітаємо! Натисніть один."), Assert.Single(published.Prompts));
        Assert.NotNull(await Heard(server, PromptPlace.OfOwn("vitannia-meniu")));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_sound_whose_prompt_is_gone_is_seen_and_can_be_taken_away()
    {
        await using var server = await WebTestServer.Start();
        await server.Service<IPrompts>().Put(FakeSilo.Project, PromptPlace.OfOwn("summer"), Wav(1), TestContext.Current.CancellationToken);
        var page = await browser.Open(server, Prompts);
        var row = page.Locator(".prompts > li", new() { HasText = "not in the configuration" });
        await row.Locator(".link").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take the sound away" }).ClickAsync();
        await Close(page);
        await Expect(row).ToHaveCountAsync(0);
        Assert.Null(await Heard(server, PromptPlace.OfOwn("summer")));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(360, ColorScheme.Light, "uk")]
    [InlineData(390, ColorScheme.Dark, "ru")]
    [InlineData(1440, ColorScheme.Light, "en")]
    [InlineData(1440, ColorScheme.Dark, "uk")]
    public async Task The_page_fits_its_window(int width, ColorScheme theme, string language)
    {
        await using var server = await WebTestServer.Start();
        server.With(document => document with
        {
            Prompts = [new("greeting", "Вітання меню", "Вітаємо! Для відділу продажів натисніть один."), new("holiday", "Holiday")],
        });
        var prompts = server.Service<IPrompts>();
        await prompts.Put(FakeSilo.Project, PromptPlace.OfOwn("greeting"), Wav(7), TestContext.Current.CancellationToken);
        await prompts.Put(FakeSilo.Project, PromptPlace.OfOwn("summer"), Wav(3), TestContext.Current.CancellationToken);
        await prompts.Put(FakeSilo.Project, Closed, Wav(5), TestContext.Current.CancellationToken);
        var page = await browser.Open(server, Prompts, "admin", width, theme, language);
        await page.Locator(".prompts > li").First.WaitForAsync();
        await Picture(page, $"prompts-{width}-{theme}-{language}", width);
        await page.Locator(".prompts > li", new() { HasText = "зараз ми не працюємо" }).Locator(".link").ClickAsync();
        await page.Locator("#sound-file").WaitForAsync();
        await Picture(page, $"prompt-{width}-{theme}-{language}", width);
        await page.Context.CloseAsync();
    }

    private static async Task Picture(IPage page, string name, int width)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "pictures", $"{name}.png");
        var isDrawer = name.StartsWith("prompt-", StringComparison.Ordinal);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = file, FullPage = !isDrawer });
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{name} is {overflow} pixels wider than the window of {width}");
    }

    private static async Task Plays(IPage page, ILocator row)
    {
        var button = row.Locator("[data-sound]");
        var address = await button.GetAttributeAsync("data-sound");
        var answer = await page.RunAndWaitForResponseAsync(
            () => button.ClickAsync(), response => response.Url.EndsWith(address!, StringComparison.Ordinal));
        Assert.Equal((200, "audio/wav"), (answer.Status, answer.Headers["content-type"]));

        // To its end: then the button plays again and does not stop.
        await Expect(button).ToHaveAttributeAsync("aria-pressed", "false");
    }

    private static async Task Choose(IPage page, string name, byte[] bytes)
    {
        // A file that is chosen before Blazor listens (a person needs longer) is not noticed.
        var file = page.Locator("#sound-file");
        await Eventually.Holds(
            async () => await file.EvaluateAsync<bool>("input => input._blazorInputFileNextFileId !== undefined"),
            TimeSpan.FromSeconds(20), "Blazor listens");
        await file.SetInputFilesAsync(new FilePayload { Name = name, MimeType = "audio/wav", Buffer = bytes });
    }

    private static Task Close(IPage page) =>
        page.Locator(".side-drawer").GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();

    private static async Task<byte[]?> Heard(WebTestServer server, PromptPlace place) =>
        await server.Service<IPrompts>().Read(FakeSilo.Project, place, TestContext.Current.CancellationToken);

    private static byte[] Wav(double seconds) =>
        WaveWriter.Write([.. Enumerable.Range(0, (int)(seconds * 8_000)).Select(at => (short)(8_000 * Math.Sin(at * 0.345)))]);
}
