using CallCenter.Abstractions.Employees;
using CallCenter.Tests.Shared.Ports;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CallCenter.Web.Tests.Browser;

public sealed class DeskPageTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_employee_goes_to_lunch_and_comes_back(bool script)
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/desk", SampleProject.Employee, script: script);

        await Button(page, "lunch").ClickAsync();
        await Expect(page.Locator(".desk-word")).ToHaveTextAsync("Not ready: lunch");
        await Button(page, "Take calls").ClickAsync();
        await Expect(page.Locator(".desk-word")).ToHaveTextAsync("Ready");

        Assert.Equal(
            new SetAvailability(new("olena"), Availability.NotReady, "lunch", SampleProject.Employee), server.Silo.Projects.Sent[0]);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task States_are_set_by_keys_alone()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/desk", SampleProject.Employee);

        await page.Keyboard.PressAsync("s");
        await page.Keyboard.PressAsync("1");
        await Expect(page.Locator(".desk-word")).ToContainTextAsync("Not ready: ");
        await page.Keyboard.PressAsync("s");
        await page.Keyboard.PressAsync("r");
        await Expect(page.Locator(".desk-word")).ToHaveTextAsync("Ready");
        await page.Keyboard.PressAsync("?");
        await Expect(page.Locator("#shortcuts")).ToContainTextAsync("Take calls");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_last_call_opens_its_card_beside_the_desk_and_escape_leads_back_to_it()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/desk", SampleProject.Employee);
        var link = page.Locator(".last-calls a.who").First;

        await link.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".card-drawer .call-card")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveAccessibleNameAsync(await link.InnerTextAsync());
        Assert.EndsWith("/desk", page.Url, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".card-drawer")).ToHaveCountAsync(0);
        await Expect(link).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_supervisor_sets_somebody_elses_state()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/desk/taras", SampleProject.Supervisor);

        await Button(page, "Take calls").ClickAsync();
        await Expect(page.Locator(".desk-word")).ToHaveTextAsync("Ready");

        Assert.Equal(
            new SetAvailability(new("taras"), Availability.Ready, null, SampleProject.Supervisor),
            Assert.Single(server.Silo.Projects.Sent));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_refused_is_explained(bool script)
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/desk/oksana", script: script);
        await page.Locator("button[value=wrap-up-done]").WaitForAsync();
        await server.Silo.Projects.Send(FakeSilo.Project, new FinishWrapUp(new("oksana"), "test"));
        if (script)
        {
            // The page that is live has taken the button away by now: somebody who clicked a moment earlier is played by another one.
            await Expect(page.Locator("button[value=wrap-up-done]")).ToHaveCountAsync(0);
            await page.Locator(".desk-actions button").First.EvaluateAsync(
                "button => { button.value = 'wrap-up-done'; button.disabled = false; }");
        }

        await page.Locator("button[value=wrap-up-done]").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The wrap-up is already over.");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_current_call_names_the_client()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/desk/ivan");

        await Expect(page.Locator(".desk-client")).ToHaveTextAsync("ТОВ Ромашка");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_history_the_page_says_so_and_works()
    {
        await using var server = await WebTestServer.Start();
        server.Silo.History.Away = true;
        var page = await browser.Open(server, "/desk", SampleProject.Employee);

        await Expect(page.Locator("#last-calls")).ToContainTextAsync("The history cannot be read right now.");
        await page.Context.CloseAsync();
    }

    private static ILocator Button(IPage page, string name) =>
        page.Locator(".desk-actions").GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
