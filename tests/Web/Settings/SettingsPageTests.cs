using System.Net;
using System.Text.RegularExpressions;
using CallCenter.Abstractions.Configuration;
using CallCenter.Tests.Shared.Ports;

namespace CallCenter.Web.Tests.Settings;

/// <summary>The settings pages as plain forms.</summary>
public sealed partial class SettingsPageTests
{
    [Theory]
    [InlineData("/settings")]
    [InlineData("/settings/keys")]
    [InlineData("/settings/people")]
    [InlineData("/settings/audit")]
    public async Task Only_administrators_may_open_it(string address)
    {
        await using var server = await WebTestServer.Start();
        using var supervisor = await server.SignedIn(SampleProject.Supervisor);
        Assert.Equal(HttpStatusCode.Forbidden, (await supervisor.GetAsync(address)).StatusCode);
        using var admin = await server.SignedIn("admin");
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task A_document_is_checked_without_being_published()
    {
        await using var server = await WebTestServer.Start();
        using var form = await SettingsForm.Open(server, "/settings");
        var (status, page) = await form.Upload("""{"name":"Нова"}""", "check", 1);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("The document has no errors", page, StringComparison.Ordinal);
        Assert.Empty(server.Silo.Projects.Sent);
    }

    [Fact]
    public async Task A_document_is_published_and_the_page_says_which_version_it_is()
    {
        await using var server = await WebTestServer.Start();
        using var form = await SettingsForm.Open(server, "/settings");
        var (status, _) = await form.Upload("""{"name":"Нова"}""", "publish", 1);
        Assert.Equal(HttpStatusCode.Redirect, status);
        Assert.Contains("Version 2 is published and in force.", await form.Get("/settings?published=2"), StringComparison.Ordinal);
        Assert.Equal("admin", Assert.IsType<PublishConfiguration>(Assert.Single(server.Silo.Projects.Sent)).Author);
    }

    [Theory]
    [InlineData("check", "The document has no errors")]
    [InlineData("publish", "Version 2 is published and in force.")]
    public async Task A_warning_is_shown_and_keeps_nobody_from_publishing(string action, string words)
    {
        const string Shadowed = """
            {"name":"Нова","trunks":[{"id":"t","host":"10.0.0.1","addresses":[]}],"emergencyNumbers":[{"dialled":"112","trunk":"t"}],
            "employees":[{"id":"a","surname":"A","givenName":"A","extension":"112","mainContacts":[{"uri":"sip:a@10.0.0.2"}]}]}
            """;
        await using var server = await WebTestServer.Start();
        using var form = await SettingsForm.Open(server, "/settings");
        var (status, page) = await form.Upload(Shadowed, action, 1);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains("1 warning: allowed, but hardly meant", page, StringComparison.Ordinal);
        Assert.Contains("An extension is an emergency number.", page, StringComparison.Ordinal);
        Assert.Equal(action == "publish" ? 1 : 0, server.Silo.Projects.Sent.Count);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("publish")]
    public async Task Every_error_is_shown_with_its_place_and_nothing_is_applied(string action)
    {
        await using var server = await WebTestServer.Start();
        using var form = await SettingsForm.Open(server, "/settings");
        var (status, page) = await form.Upload("""{"name":"","timeZone":""}""", action, 1);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("2 errors; nothing was applied", page, StringComparison.Ordinal);
        Assert.Contains("$.name", page, StringComparison.Ordinal);
        Assert.Contains("An IANA name, e.g. Europe/Kyiv.", page, StringComparison.Ordinal);
        Assert.Empty(server.Silo.Projects.Sent);
    }

    [Fact]
    public async Task Who_worked_on_an_old_version_is_told_so()
    {
        await using var server = await WebTestServer.Start();
        using var form = await SettingsForm.Open(server, "/settings");
        await form.Upload("""{"name":"Перша"}""", "publish", 1);
        var (status, page) = await form.Upload("""{"name":"Друга"}""", "publish", 1);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Version 2 was published while you worked on version 1.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        await using var server = await WebTestServer.Start();
        using var admin = await server.SignedIn("admin");
        using var answer = await admin.PostAsync("/settings/keys", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "create",
            ["Name"] = "hall",
            ["Access"] = "supervisor",
        }));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await server.Silo.SignIns.Keys(FakeSilo.Project));
    }

    [Fact]
    public async Task A_key_is_shown_once_when_it_is_made_and_can_be_revoked()
    {
        await using var server = await WebTestServer.Start();
        using var form = await SettingsForm.Open(server, "/settings/keys");
        var (_, made) = await form.Post("create", ("Name", "hall"), ("Access", "supervisor"));
        var key = Assert.Single(await server.Silo.SignIns.Keys(FakeSilo.Project));
        Assert.Contains($"value=\"key-{key.Id}\"", made, StringComparison.Ordinal);
        Assert.DoesNotContain($"key-{key.Id}\"", await form.Get("/settings/keys"), StringComparison.Ordinal);
        var (_, revoked) = await form.Post("revoke", ("Id", key.Id));
        Assert.Contains("The key is revoked.", revoked, StringComparison.Ordinal);
        Assert.Empty(await server.Silo.SignIns.Keys(FakeSilo.Project));
    }

    [Fact]
    public async Task A_key_without_a_name_is_not_made_and_what_was_typed_stays()
    {
        await using var server = await WebTestServer.Start();
        using var form = await SettingsForm.Open(server, "/settings/keys");
        var (status, page) = await form.Post("create", ("Name", new string('x', 101)), ("Access", "administrator"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(new string('x', 101), page, StringComparison.Ordinal);
        Assert.Empty(await server.Silo.SignIns.Keys(FakeSilo.Project));
    }

    [Fact]
    public async Task A_new_password_is_shown_once_and_works()
    {
        await using var server = await WebTestServer.Start();
        using var form = await SettingsForm.Open(server, "/settings/people");
        var (_, page) = await form.Post("password", ("SignInName", SampleProject.Employee));
        var password = Password().Match(page).Value;
        Assert.Single(await server.Silo.SignIns.Check(SampleProject.Employee, password));
        Assert.Empty(await server.Silo.SignIns.Check(SampleProject.Employee, FakeSignIns.Password));
    }

    [Fact]
    public async Task People_are_found_by_name_or_mail()
    {
        await using var server = await WebTestServer.Start();
        using var form = await SettingsForm.Open(server, "/settings/people");
        var page = await form.Get("/settings/people?find=олен");
        Assert.Contains("Олена Коваль", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Іван Петренко", page, StringComparison.Ordinal);
        Assert.Contains("Іван Петренко", await form.Get("/settings/people?find=IVAN@"), StringComparison.Ordinal);
    }

    [GeneratedRegex("[a-z2-9]{5}-[a-z2-9]{5}-[a-z2-9]{5}-[a-z2-9]{5}")]
    private static partial Regex Password();
}
