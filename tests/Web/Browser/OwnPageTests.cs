using CallCenter.Tests.Shared.Ports;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CallCenter.Web.Tests.Browser;

/// <summary>What people do with their own sign-in, and what those do who have none yet.</summary>
public sealed class OwnPageTests(BrowserFixture browser)
{
    private const string Next = "another long sentence";

    [Fact]
    public async Task A_new_password_of_ones_own_ends_the_other_sign_ins_and_not_this_one()
    {
        await using var server = await WebTestServer.Start();
        var here = await browser.Open(server, "/me", SampleProject.Employee);
        var there = await browser.Open(server, "/desk", SampleProject.Employee);

        await Fill(here, "not the password", Next, Next);
        await Expect(here.GetByRole(AriaRole.Alert)).ToContainTextAsync("not your present password");
        await Fill(here, FakeSignIns.Password, Next, Next + "!");
        await Expect(here.GetByRole(AriaRole.Alert)).ToContainTextAsync("not the same");
        await Fill(here, FakeSignIns.Password, Next, Next);
        await Expect(here.Locator(".good-note")).ToContainTextAsync("Your new password is set");

        await Expect(there).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));
        await here.GotoAsync("/desk");
        Assert.EndsWith("/desk", here.Url, StringComparison.Ordinal);
        Assert.Single(await server.Silo.SignIns.Check(SampleProject.Employee, Next));
        await here.Context.CloseAsync();
        await there.Context.CloseAsync();
    }

    [Fact]
    public async Task Whoever_ends_the_other_sign_ins_is_shown_his_own_alone()
    {
        await using var server = await WebTestServer.Start();
        var there = await SignIn(server);
        var here = await SignIn(server);
        await here.GotoAsync("/me");
        await Expect(here.Locator(".sign-ins li")).ToHaveCountAsync(2);
        await here.FillAsync("#confirm", FakeSignIns.Password);
        await here.GetByRole(AriaRole.Button, new() { Name = "Sign out everywhere else" }).ClickAsync();

        await Expect(here.Locator(".good-note")).ToBeVisibleAsync();
        await Expect(here.Locator(".sign-ins li")).ToHaveCountAsync(1);
        await Expect(here.Locator(".sign-ins li")).ToContainTextAsync("this one");
        await here.GotoAsync("/me");
        await Expect(here.Locator(".sign-ins li")).ToHaveCountAsync(1);
        await here.Context.CloseAsync();
        await there.Context.CloseAsync();
    }

    [Fact]
    public async Task A_link_is_given_to_whoever_has_no_letter_and_is_used_once()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/settings/people");
        await page.Locator("tr", new() { HasText = SampleProject.Employee }).GetByRole(
            AriaRole.Button, new() { NameRegex = new System.Text.RegularExpressions.Regex("^Link to a password") }).ClickAsync();
        var link = await page.Locator(".secret input").InputValueAsync();
        Assert.StartsWith($"{server.Address}password/", link, StringComparison.Ordinal);

        var his = await browser.NewPage(server.Address);
        await his.GotoAsync(link);
        await his.FillAsync("#password", "short");
        await his.FillAsync("#again", "short");
        await his.EvalOnSelectorAsync("section form", "form => form.noValidate = true");
        await his.ClickAsync("button.primary");
        await Expect(his.GetByRole(AriaRole.Alert)).ToContainTextAsync("At least 10 characters");
        await his.FillAsync("#password", Next);
        await his.FillAsync("#again", Next);
        await his.ClickAsync("button.primary");
        await Expect(his.Locator(".good-note")).ToContainTextAsync("Your password is set");
        await his.GotoAsync(link);
        await Expect(his.GetByRole(AriaRole.Alert)).ToContainTextAsync("does not work any more");
        await page.Context.CloseAsync();
        await his.Context.CloseAsync();
    }

    private async Task<IPage> SignIn(WebTestServer server)
    {
        var page = await browser.NewPage(server.Address);
        await page.GotoAsync("/sign-in");
        await page.FillAsync("#name", SampleProject.Employee);
        await page.FillAsync("#password", FakeSignIns.Password);
        await page.ClickAsync("button.primary");
        await Expect(page).ToHaveURLAsync($"{server.Address}desk");
        return page;
    }

    private static async Task Fill(IPage page, string current, string password, string again)
    {
        await page.FillAsync("#current", current);
        await page.FillAsync("#password", password);
        await page.FillAsync("#again", again);
        await page.ClickAsync("button.primary");
    }
}
