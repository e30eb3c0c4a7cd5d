using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Calls;
using CallCenter.Tests.Shared;
using CallCenter.Tests.Shared.Ports;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CallCenter.Web.Tests.Browser;

/// <summary>Messages of callers on the desks of those who see them.</summary>
public sealed class DeskMessagesTests(BrowserFixture browser)
{
    private static readonly WaitingMessage Own = SampleProject.Message with
    {
        Call = new(9),
        Department = null,
        Employee = new("olena"),
        ClientNumber = "+380501112233",
        ClientName = null,
        LeftAt = SampleProject.Start,
        DurationMs = 65_000,
    };

    [Fact]
    public async Task A_message_comes_while_one_looks_and_is_done_on_every_desk()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/desk", SampleProject.Employee);
        var colleague = await browser.Open(server, "/desk", "ivan@example.com", language: "uk");
        await Expect(page.Locator(".desk-count")).ToContainTextAsync("1 message waits");
        await Expect(page.Locator(".desk-message")).ToContainTextAsync("Ірина Ткач");
        await Expect(page.Locator(".desk-message")).ToContainTextAsync("for Продажі");
        await Expect(page.Locator(".desk-message")).ToContainTextAsync("0:23");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Call back" })).ToHaveAttributeAsync("href", "tel:+380677778899");

        server.Silo.Projects.Leave(Own);
        await Expect(page.Locator(".desk-count")).ToContainTextAsync("2 messages wait");
        await Expect(page.Locator(".desk-message").Last).ToContainTextAsync("own voicemail");
        await Expect(colleague.Locator(".desk-count")).ToContainTextAsync("1 повідомлення чекає");

        await page.GetByRole(AriaRole.Button, new() { Name = "Done: Ірина Ткач" }).PressAsync("Enter");
        await Expect(page.Locator(".desk-message")).ToHaveCountAsync(1);
        await Expect(page.Locator(".desk-count")).ToContainTextAsync("1 message waits");
        await Expect(colleague.Locator(".desk-count")).ToHaveCountAsync(0);
        await Expect(colleague.Locator("#messages")).ToContainTextAsync("Повідомлень немає.");

        Assert.Equal(new FinishMessage(SampleProject.Message.Call, SampleProject.Employee), Assert.Single(server.Silo.Projects.Sent));
        Assert.Equal((AuditKind.MessageDone, "6"), (server.Silo.Projects.Noted[^1].Kind, server.Silo.Projects.Noted[^1].Target));
        await page.Context.CloseAsync();
        await colleague.Context.CloseAsync();
    }

    [Fact]
    public async Task A_message_is_heard_on_the_desk_before_history_knows_its_call()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/desk", SampleProject.Employee);

        await page.Locator(".desk-message audio").EvaluateAsync("sound => sound.play()");

        await Eventually.Holds(async () => await page.Locator(".desk-message audio").EvaluateAsync<double>("one => one.currentTime") > 0.3);
        var noted = Assert.Single(server.Silo.Projects.Noted);
        Assert.Equal((AuditKind.RecordingPlayed, "6", "0"), (noted.Kind, noted.Target, noted.Detail));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_a_script_a_message_is_done_all_the_same()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/desk", SampleProject.Employee, script: false);
        await page.GetByRole(AriaRole.Button, new() { Name = "Done: Ірина Ткач" }).ClickAsync();
        await Expect(page.Locator("#messages")).ToContainTextAsync("No message waits.");
        await page.Context.CloseAsync();
    }
}
