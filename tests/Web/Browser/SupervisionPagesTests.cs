using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Tests.Shared.Ports;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CallCenter.Web.Tests.Browser;

/// <summary>Supervisors hear conversations from the board; employees ask for them on their desks.</summary>
public sealed class SupervisionPagesTests(BrowserFixture browser)
{
    private const string Row = "[data-key=c-7]";

    [Fact]
    public async Task A_supervisor_listens_whispers_and_stops_from_the_row_of_a_call()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/board", SampleProject.Supervisor);
        var desk = await browser.Open(server, "/desk", "ivan@example.com");
        await Choose(page, "Listen");
        await Expect(page.Locator($"{Row} .listeners-mark")).ToContainTextAsync("listens");
        await Expect(page.Locator($"{Row} .listeners-mark")).ToHaveAttributeAsync("title", "Марія Бондар: listens");

        await Choose(page, "Whisper to the employee");
        await Expect(page.Locator($"{Row} .listeners-mark")).ToContainTextAsync("whispers");
        Assert.DoesNotContain("Бондар", await desk.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Expect(desk.Locator(".listeners-mark")).ToHaveCountAsync(0);

        await Choose(page, "Stop listening");
        await Expect(page.Locator($"{Row} .listeners-mark")).ToHaveCountAsync(0);
        var head = new EmployeeId("head");
        Assert.Equal(
            [
                new SuperviseCall(new(7), head, SupervisionMode.Listen), new SuperviseCall(new(7), head, SupervisionMode.Whisper),
                new EndSupervision(new(7), head),
            ],
            server.Silo.Projects.Sent);
        await desk.Context.CloseAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Taking_over_is_asked_for_and_is_there_for_whoever_listens()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/board", SampleProject.Supervisor);
        await Menu(page, Row);
        await Expect(Button(page, "Take over the call")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Escape");
        await Choose(page, "Join the conversation");
        await Expect(page.Locator($"{Row} .listeners-mark")).ToContainTextAsync("talks along");

        await Choose(page, "Take over the call");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("The employee is hung up.");
        await page.Locator("dialog.ask .danger").ClickAsync();

        await Expect(page.Locator($"{Row} [data-label=With]")).ToHaveTextAsync("Марія Бондар");
        Assert.Equal(new TakeOverCall(new(7), new("head")), server.Silo.Projects.Sent[^1]);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Nothing_is_offered_where_nobody_talks_or_one_has_no_phone()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/board", SampleProject.Supervisor);
        await Menu(page, "[data-key=c-8]");
        await Expect(Button(page, "End call")).ToBeVisibleAsync();
        await Expect(Button(page, "Listen")).ToHaveCountAsync(0);

        var admin = await browser.Open(server, "/board");
        await Menu(admin, Row);
        await Expect(Button(admin, "End call")).ToBeVisibleAsync();
        await Expect(Button(admin, "Listen")).ToHaveCountAsync(0);
        await admin.Context.CloseAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_refused_is_explained_on_the_board()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/board", SampleProject.Supervisor, language: "uk");
        await Menu(page, Row);
        server.Silo.Projects.Change(board => board with { Calls = [.. board.Calls.Where(call => call.Id.Value != 7)] });

        await Button(page, "Слухати").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Уже запізно");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_employee_asks_for_help_and_the_board_shows_it_until_he_needs_none()
    {
        await using var server = await WebTestServer.Start();
        var board = await browser.Open(server, "/board", SampleProject.Supervisor);
        var desk = await browser.Open(server, "/desk", "ivan@example.com");

        await desk.Keyboard.PressAsync("s");
        await desk.Keyboard.PressAsync("h");
        await Expect(desk.Locator(".desk-call .help-wanted")).ToContainTextAsync("asks for help");
        await Expect(board.Locator($"{Row} .help-wanted")).ToContainTextAsync("asks for help");
        await Expect(board.Locator($"{Row} .help-wanted time")).ToHaveCountAsync(1);

        await desk.GetByRole(AriaRole.Button, new() { Name = "No help needed" }).ClickAsync();
        await Expect(board.Locator($"{Row} .help-wanted")).ToHaveCountAsync(0);
        await Expect(desk.GetByRole(AriaRole.Button, new() { Name = "Ask for help" })).ToBeVisibleAsync();
        Assert.Equal([new AskForHelp(new("ivan"), true), new AskForHelp(new("ivan"), false)], server.Silo.Projects.Sent);
        Assert.Empty(server.Silo.Projects.Noted);
        await desk.Context.CloseAsync();
        await board.Context.CloseAsync();
    }

    [Fact]
    public async Task Whoever_does_not_talk_has_nothing_to_ask()
    {
        await using var server = await WebTestServer.Start();
        var desk = await browser.Open(server, "/desk", SampleProject.Employee);
        await Expect(desk.GetByRole(AriaRole.Button, new() { Name = "Take calls" })).ToBeVisibleAsync();
        await Expect(desk.GetByRole(AriaRole.Button, new() { Name = "Ask for help" })).ToHaveCountAsync(0);
        await desk.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1440, ColorScheme.Light, "en")]
    [InlineData(1440, ColorScheme.Dark, "uk")]
    [InlineData(390, ColorScheme.Light, "uk")]
    [InlineData(390, ColorScheme.Dark, "ru")]
    public async Task Listeners_and_a_call_for_help_fit_the_board(int width, ColorScheme theme, string language)
    {
        await using var server = await WebTestServer.Start();
        server.Silo.Projects.Change(BusyBoard.Now);
        server.Silo.Projects.Change(board => board with
        {
            Calls =
            [
                .. board.Calls.Select(call => call.Id.Value switch
                {
                    101 => call with { Supervisors = [new(new("head"), SupervisionMode.Whisper, true)], Recording = RecordingState.On },
                    105 => call with { HelpSince = call.StageSince + 21_000 },
                    _ => call,
                }),
            ],
        });
        var page = await browser.Open(server, "/board", SampleProject.Supervisor, width, theme, language);
        await Expect(page.Locator(".help-wanted")).ToHaveCountAsync(1);
        var file = Path.Combine(AppContext.BaseDirectory, "pictures", $"supervision-{width}-{theme}-{language}.png");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = file, FullPage = true });
        if (width > 600)
        {
            await Menu(page, "[data-key=c-101]");
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = file.Replace(".png", "-menu.png", StringComparison.Ordinal) });
        }

        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{overflow} pixels wider than the window of {width}");
        await page.Context.CloseAsync();
    }

    private static async Task Choose(IPage page, string name)
    {
        await Menu(page, Row);
        await Button(page, name).ClickAsync();
    }

    private static async Task Menu(IPage page, string row)
    {
        await page.Locator($"{row} .row-actions button").ClickAsync();
        await Expect(page.Locator("#call-menu")).ToBeVisibleAsync();
    }

    private static ILocator Button(IPage page, string name) =>
        page.Locator("#call-menu").GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
