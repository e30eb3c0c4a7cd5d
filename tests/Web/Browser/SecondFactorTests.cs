using System.Text.RegularExpressions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Configuration;
using CallCenter.Tests.Shared.Ports;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using OtpNet;
using static Microsoft.Playwright.Assertions;

namespace CallCenter.Web.Tests.Browser;

/// <summary>Signing in with a code, and where one is signed in.</summary>
public sealed class SecondFactorTests(BrowserFixture browser)
{
    [Fact]
    public async Task Whoever_has_to_have_one_sets_it_up_when_he_signs_in_and_types_a_code_from_then_on()
    {
        await using var server = await WebTestServer.Start();
        server.With(document => document with { SecondFactor = SecondFactorRule.Supervisors });
        var page = await browser.NewPage(server.Address, 1280, ColorScheme.Light, "en", script: true);

        await SignIn(page, SampleProject.Supervisor);
        await Expect(page.GetByText("Your project asks for a second factor.")).ToBeVisibleAsync();
        var secret = (await page.GetByLabel("Key", new() { Exact = true }).InputValueAsync()).Replace(" ", "", StringComparison.Ordinal);
        Assert.Empty((await page.RunAxe()).Violations);
        await Type(page, "000000");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The code does not fit.");
        var used = Code(secret);
        await Type(page, used);
        await Expect(page).ToHaveURLAsync($"{server.Address}board");
        Assert.Contains(
            server.Silo.Projects.Noted, entry => entry.Kind == AuditKind.SecondFactorSet && entry.Target == SampleProject.Supervisor);

        // With the next sign-in nothing is shown but the question, and the code that was used is of no use.
        await page.Context.ClearCookiesAsync();
        await SignIn(page, SampleProject.Supervisor);
        await Expect(page.GetByLabel("Key", new() { Exact = true })).ToHaveCountAsync(0);
        await Type(page, used);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The code does not fit.");
        await Type(page, Code(secret, seconds: 30));
        await Expect(page).ToHaveURLAsync($"{server.Address}board");

        // An employee is not asked.
        await page.Context.ClearCookiesAsync();
        await SignIn(page, SampleProject.Employee);
        await Expect(page).ToHaveURLAsync($"{server.Address}desk");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task One_sets_up_ones_own_and_an_administrator_removes_it_from_whoever_lost_his_telephone()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/me", SampleProject.Employee);
        var own = page.Locator("section", new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = "Second factor" }) });
        await own.GetByLabel("Present password").FillAsync(FakeSignIns.Password);
        await page.Leaving(() => own.GetByRole(AriaRole.Button, new() { Name = "Set it up" }).ClickAsync());
        await Expect(page.Locator("svg.qr")).ToBeVisibleAsync();
        var secret = (await page.GetByLabel("Key", new() { Exact = true }).InputValueAsync()).Replace(" ", "", StringComparison.Ordinal);
        await page.Leaving(() => Type(page, Code(secret)));
        await Expect(page.GetByText("The second factor is set up.")).ToBeVisibleAsync();

        var admin = await browser.Open(server, "/settings/people");
        await admin.Locator("tr", new() { HasText = "Олена Коваль" })
            .GetByRole(AriaRole.Button, new() { Name = "Remove the second factor" }).ClickAsync();
        await admin.Leaving(() => admin.GetByRole(AriaRole.Dialog)
            .GetByRole(AriaRole.Button, new() { Name = "Remove the second factor" }).ClickAsync());
        await Expect(admin.GetByText("Олена Коваль signs in with the password alone now.")).ToBeVisibleAsync();
        await page.Context.ClearCookiesAsync();
        await SignIn(page, SampleProject.Employee);
        await Expect(page).ToHaveURLAsync($"{server.Address}desk");
        await admin.Context.CloseAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task One_sees_where_one_is_signed_in_and_ends_another_sign_in()
    {
        await using var server = await WebTestServer.Start();
        var forgotten = await browser.NewPage(server.Address, 1280, ColorScheme.Light, "en", script: true);
        await SignIn(forgotten, SampleProject.Employee);
        await Expect(forgotten).ToHaveURLAsync($"{server.Address}desk");
        var page = await browser.NewPage(server.Address, 1280, ColorScheme.Light, "en", script: true);
        await SignIn(page, SampleProject.Employee);
        await Expect(page).ToHaveURLAsync($"{server.Address}desk");

        await page.GotoAsync("/me");
        await Expect(page.Locator(".sign-ins li")).ToHaveCountAsync(2);
        await Expect(page.Locator(".sign-ins li").First).ToContainTextAsync("Chrome, Linux");
        await page.Leaving(() => page.Locator(".sign-ins button").ClickAsync());
        await Expect(page.Locator(".sign-ins li")).ToHaveCountAsync(1);

        // Nobody touches the forgotten one: its live page notices.
        await Expect(forgotten).ToHaveURLAsync(new Regex("/sign-in"));
        await page.GotoAsync("/journal");
        Assert.DoesNotContain("/sign-in", page.Url, StringComparison.Ordinal);
        await forgotten.Context.CloseAsync();
        await page.Context.CloseAsync();
    }

    private static async Task SignIn(IPage page, string name)
    {
        await page.GotoAsync("/sign-in");
        await page.FillAsync("#name", name);
        await page.FillAsync("#password", FakeSignIns.Password);
        await page.ClickAsync("button.primary");
    }

    private static async Task Type(IPage page, string code)
    {
        await page.FillAsync("#code", code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
    }

    private static string Code(string secret, int seconds = 0) =>
        new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(DateTime.UtcNow.AddSeconds(seconds));
}
