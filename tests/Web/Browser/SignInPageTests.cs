using CallCenter.Tests.Shared.Ports;
using Microsoft.Playwright;

namespace CallCenter.Web.Tests.Browser;

public sealed class SignInPageTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_supervisor_signs_in_and_is_led_to_what_he_wanted(bool script)
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/board?department=sales", who: null, script: script);

        Assert.Contains("/sign-in?returnUrl=", page.Url, StringComparison.Ordinal);
        await Fill(page, SampleProject.Supervisor, FakeSignIns.Password);

        Assert.EndsWith("/board?department=sales", page.Url, StringComparison.Ordinal);
        Assert.Equal("Board", await page.Locator("h1").TextContentAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_wrong_password_keeps_the_name_and_says_what_to_check()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/sign-in", who: null);

        await Fill(page, SampleProject.Supervisor, "wrong");

        Assert.Contains("do not fit together", await page.GetByRole(AriaRole.Alert).TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(SampleProject.Supervisor, await page.Locator("#name").InputValueAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task After_many_wrong_passwords_one_has_to_wait()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/sign-in", who: null);

        for (var i = 0; i < 6; i++) await Fill(page, SampleProject.Supervisor, $"wrong {i}");

        var alert = await page.GetByRole(AriaRole.Alert).TextContentAsync();
        Assert.Contains("Too many attempts. Try again in 5 seconds.", alert, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Signing_out_ends_it()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/desk", SampleProject.Employee);

        await page.Locator(".dropdown > summary").Last.ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign out" }).ClickAsync();
        await page.WaitForURLAsync("**/sign-in");
        await page.GotoAsync("/desk");

        Assert.Contains("/sign-in", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_language_changes_at_once_and_stays()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/sign-in", who: null);

        await page.Locator(".dropdown > summary").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Українська" }).ClickAsync();
        await page.Locator("html[lang=uk]").WaitForAsync();
        Assert.Equal("Вхід", await page.Locator("h1").TextContentAsync());
        await page.ReloadAsync();

        Assert.Equal("Вхід", await page.Locator("h1").TextContentAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_theme_changes_without_leaving_the_page_and_is_in_the_next_one_from_its_first_byte()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/sign-in", who: null);

        await page.Locator(".dropdown > summary").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Dark" }).ClickAsync();
        Assert.Equal("dark", await page.Locator("html").GetAttributeAsync("data-theme"));
        var answer = await page.ReloadAsync();

        Assert.Contains("data-theme=\"dark\"", await answer!.TextAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    private static async Task Fill(IPage page, string name, string password)
    {
        await page.Locator("#name").FillAsync(name);
        await page.Locator("#password").FillAsync(password);
        await page.Leaving(() => page.Locator("form button.primary").ClickAsync());
    }
}
