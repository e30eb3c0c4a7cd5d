using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using CallCenter.Scenarios.Tests.Harness;
using CallCenter.Tests.Shared;
using Microsoft.Playwright;
using MimeKit;
using static Microsoft.Playwright.Assertions;

namespace CallCenter.Scenarios.Tests;

/// <summary>
/// People get their password by letter: through a real mail server with STARTTLS, in a real browser, over the death of the server.
/// </summary>
[Collection(nameof(CompanyInBrowserTests))]
public sealed class InvitationTests : IAsyncLifetime
{
    private const string Olena = "olena@example.com";
    private const string NewPassword = "a long sentence of Olena";

    private static readonly float Patience = (float)TimeSpan.FromSeconds(20).TotalMilliseconds;

    private readonly TemporaryFolder _folder = new();
    private readonly CallCenterServer _center = new();
    private readonly X509Certificate2 _certificate;
    private MailServer _mail;

    public InvitationTests()
    {
        using var authority = new TestAuthority(_folder.Path);
        var (certificate, key) = authority.Give("mail", host: "localhost");
        using var pem = X509Certificate2.CreateFromPemFile(certificate, key);
        _certificate = X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
        _center.Environment["SSL_CERT_FILE"] = authority.File;
        _mail = new MailServer(certificate: _certificate);
    }

    public async ValueTask InitializeAsync() => await _center.Start();

    public async ValueTask DisposeAsync()
    {
        _center.Dispose();
        await _mail.DisposeAsync();
        _certificate.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_new_employee_is_invited_chooses_a_password_forgets_it_and_chooses_another()
    {
        await using var browser = await Chromium.AtBoard(_center.Address, _center.Password);
        var page = browser.Page;
        await SetUpMail(page);

        // Invited by publishing.
        await Work.Open(page, _center.Address + "/settings/employees");
        await Work.Press(page, "Add employee");
        await page.FillAsync("#surname", "Коваль");
        await page.FillAsync("#given-name", "Олена");
        await page.FillAsync("#email", Olena);
        await Work.Press(page, "Save");
        await page.Locator(".secret input").WaitForAsync();
        await Work.Press(page, "Close");
        await Work.Press(page, "Review and publish");
        await Expect(page.GetByLabel("Send an invitation to 1 new person")).ToBeCheckedAsync();
        await Work.Press(page, "Publish");
        var invitation = await _mail.Next(Olena);
        Assert.Contains("Your access to the call center", invitation.Subject, StringComparison.Ordinal);

        // Sent again: the link before is void.
        await page.GotoAsync(_center.Address + "/settings/people");
        await page.Locator("tr", new() { HasText = Olena }).GetByRole(
            AriaRole.Button, new() { NameRegex = new Regex("^Send an invitation") }).ClickAsync();
        await Expect(page.Locator(".good-note")).ToContainTextAsync("is on its way", new() { Timeout = Patience });
        var again = await _mail.Next(Olena);
        var olena = await (await browser.AnotherContext()).NewPageAsync();
        await olena.GotoAsync(LinkOf(invitation));
        await Expect(olena.Locator(".problem-note")).ToContainTextAsync("does not work any more");

        await ChoosePassword(olena, LinkOf(again), NewPassword);
        await SignIn(olena, NewPassword);
        await olena.GotoAsync(LinkOf(again));
        await Expect(olena.Locator(".problem-note")).ToContainTextAsync("does not work any more");

        // Forgotten, with the mail server away, and the call center killed while the letter waits.
        // Of an address that nobody has nothing comes, and the answer is the same.
        await Forget(olena, "somebody@example.com");
        await _mail.DisposeAsync();
        await Forget(olena, Olena);
        await Work.Open(page, _center.Address + "/settings/mail");
        var line = page.Locator("tr", new() { HasText = "forgotten password" });
        await Expect(line).ToContainTextAsync("The server does not answer", new() { Timeout = Patience });
        await _center.Kill();
        _mail = new MailServer(_mail.Port, _certificate);
        await _center.Start();
        await Work.Open(page, _center.Address + "/settings/mail");
        await line.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Try now") }).ClickAsync();
        await Expect(line).ToContainTextAsync("sent", new() { Timeout = Patience });

        await ChoosePassword(olena, LinkOf(await _mail.Next(Olena)), "another sentence of Olena");
        await SignIn(olena, "another sentence of Olena");
        Assert.Empty(_mail.Letters);
        Assert.Equal(1, await page.Locator("tr", new() { HasText = "forgotten password" }).CountAsync());
    }

    private static string LinkOf(MimeMessage letter) => Regex.Match(letter.TextBody ?? "", "http://\\S+/password/\\S+").Value;

    // Typed in the page, tried before it is published.
    private async Task SetUpMail(IPage page)
    {
        await Work.Open(page, _center.Address + "/settings/project");
        await page.FillAsync("#name", "Приклад");
        await Work.Press(page, "Save");
        await Expect(page.Locator(".draft-bar")).ToContainTextAsync("not published", new() { Timeout = Patience });
        await Work.Open(page, _center.Address + "/settings/mail");
        await page.FillAsync("#host", "localhost");
        await page.FillAsync("#port", $"{_mail.Port}");
        await page.FillAsync("#username", MailServer.Username);
        await page.FillAsync("#password", "not the password");
        await page.FillAsync("#from", "calls@example.com");
        await Work.Press(page, "Save");
        await Expect(page.Locator(".draft-bar")).ToContainTextAsync("2 changes", new() { Timeout = Patience });
        await page.FillAsync("#test-to", "admin@example.com");
        await Work.Press(page, "Send a test letter");
        await Expect(page.Locator("main")).ToContainTextAsync("does not take user name and password", new() { Timeout = Patience });
        await page.FillAsync("#password", MailServer.Password);
        await Work.Press(page, "Save");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Send a test letter" })).ToBeEnabledAsync(new() { Timeout = Patience });
        await Work.Press(page, "Send a test letter");
        await Expect(page.Locator(".good-note")).ToContainTextAsync("took the letter", new() { Timeout = Patience });
        Assert.Contains("Test letter", (await _mail.Next("admin@example.com")).Subject, StringComparison.Ordinal);
        await Work.Press(page, "Review and publish");
        await Work.Press(page, "Publish");
        await Expect(page.Locator(".draft-bar")).ToContainTextAsync("Everything here is published.", new() { Timeout = Patience });
    }

    private async Task ChoosePassword(IPage page, string link, string password)
    {
        await page.GotoAsync(link);
        await page.FillAsync("#password", password);
        await page.FillAsync("#again", "something else");
        await page.ClickAsync("button.primary");
        await Expect(page.Locator(".problem-note")).ToContainTextAsync("not the same");
        await page.FillAsync("#password", password);
        await page.FillAsync("#again", password);
        await page.ClickAsync("button.primary");
        await Expect(page.Locator(".good-note")).ToContainTextAsync("Your password is set", new() { Timeout = Patience });
        Assert.StartsWith(_center.Address + "/sign-in", page.Url, StringComparison.Ordinal);
    }

    private static async Task SignIn(IPage page, string password)
    {
        await page.FillAsync("#name", Olena);
        await page.FillAsync("#password", password);
        await page.ClickAsync("button.primary");
        await page.WaitForURLAsync("**/desk", new PageWaitForURLOptions { WaitUntil = WaitUntilState.Commit });
    }

    private async Task Forget(IPage page, string email)
    {
        await page.GotoAsync(_center.Address + "/password/forgotten");
        await page.FillAsync("#name", email);
        await page.ClickAsync("button.primary");
        await Expect(page.Locator("[role=status]")).ToContainTextAsync("If this e-mail has a place here", new() { Timeout = Patience });
    }
}
