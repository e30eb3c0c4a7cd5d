using System.Net;
using System.Text.RegularExpressions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Configuration;
using CallCenter.Tests.Shared.Ports;

namespace CallCenter.Web.Tests.Audit;

/// <summary>What is done by the forms of the pages is written down too.</summary>
public sealed partial class FormActsTests : IAsyncLifetime
{
    private static readonly AuditActor Admin = new(ActorKind.Person, "admin", null, AccessLevel.Administrator, "127.0.0.1");
    private WebTestServer _server = null!;

    private IReadOnlyList<AuditEntry> Noted => _server.Silo.Projects.Noted;

    public async ValueTask InitializeAsync() => _server = await WebTestServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Signing_in_and_out()
    {
        using var browser = Browser(null);
        Assert.Equal(HttpStatusCode.Redirect, await SignIn(browser, SampleProject.Employee, FakeSignIns.Password));
        Assert.Equal(HttpStatusCode.Redirect, await Post(browser, "/desk", "/sign-out"));

        var olena = new AuditActor(ActorKind.Person, SampleProject.Employee, "olena", AccessLevel.Employee, "127.0.0.1");
        Assert.Equal([new(AuditKind.SignedIn, olena), new(AuditKind.SignedOut, olena)], Noted);
    }

    [Fact]
    public async Task Failed_sign_ins_keep_a_name_only_where_somebody_has_it()
    {
        using var browser = Browser(null);
        await SignIn(browser, "OLENA@example.com", "wrong");
        await SignIn(browser, "my secret password", "olena");

        Assert.Equal([AuditKind.SignInFailed, AuditKind.SignInFailed], Noted.Select(entry => entry.Kind));
        Assert.Equal(new AuditActor(ActorKind.Stranger, SampleProject.Employee, "olena", null, "127.0.0.1"), Noted[0].Actor);
        Assert.Equal(new AuditActor(ActorKind.Stranger, null, null, null, "127.0.0.1"), Noted[1].Actor);
    }

    [Fact]
    public async Task Guessing_is_one_entry_for_the_first_failure_and_one_for_the_throttle()
    {
        using var browser = Browser(null);
        for (var i = 0; i < 12; i++) await SignIn(browser, "admin", $"wrong {i}");

        Assert.Equal([AuditKind.SignInFailed, AuditKind.SignInThrottled], Noted.Select(entry => entry.Kind));
    }

    [Fact]
    public async Task Passwords_keys_and_configurations_of_the_settings_pages()
    {
        using var browser = Browser(await _server.CookieOf("admin"));
        await Post(browser, "/settings/people", "/settings/people", ("_handler", "password"), ("SignInName", SampleProject.Employee));
        await Post(browser, "/settings/keys", "/settings/keys", ("_handler", "create"), ("Name", "hall"), ("Access", "administrator"));
        await Post(browser, "/settings/keys", "/settings/keys", ("_handler", "revoke"), ("Id", "k1"));
        await Publish(browser);

        Assert.Equal(
            [
                new(AuditKind.PasswordSet, Admin, SampleProject.Employee), new(AuditKind.KeyMade, Admin, "hall", "administrator k1"),
                new(AuditKind.KeyRevoked, Admin, "hall", "k1"), new(AuditKind.ConfigurationPublished, Admin, "2"),
            ],
            Noted);
    }

    [Fact]
    public async Task Acts_of_a_supervisor_on_board_and_desk()
    {
        using var browser = Browser(await _server.CookieOf("admin"));
        await Post(browser, "/desk/ivan", "/desk/ivan/availability", ("choose", "pause-recording"));
        await Post(browser, "/board", "/board/end-call", ("call", "7"));
        await Post(browser, "/board", "/board/end-call", ("call", "7"));
        await Post(browser, "/desk/taras", "/desk/taras/availability", ("choose", "ready"));

        Assert.Equal(
            [
                new(AuditKind.RecordingPaused, Admin, "7"), new(AuditKind.CallEnded, Admin, "7"),
                new(AuditKind.AvailabilitySet, Admin, "taras", "ready"),
            ],
            Noted);
    }

    private HttpClient Browser(string? cookie)
    {
        var cookies = new CookieContainer();
        if (cookie is not null) cookies.Add(_server.Address, new Cookie(_server.CookieName, cookie));
        var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies };
        return new HttpClient(handler) { BaseAddress = _server.Address };
    }

    private static Task<HttpStatusCode> SignIn(HttpClient browser, string name, string password) =>
        Post(browser, "/sign-in", "/sign-in", ("_handler", "sign-in"), ("Name", name), ("Password", password));

    private static async Task Publish(HttpClient browser)
    {
        using var content = new MultipartFormDataContent
        {
            { new StringContent("upload"), "_handler" },
            { new StringContent(await TokenOf(browser, "/settings")), "__RequestVerificationToken" },
            { new StringContent("publish"), "Action" },
            { new StringContent("1"), "BasedOn" },
            { new ByteArrayContent("""{"name":"Нова"}"""u8.ToArray()), "File", "project.json" },
        };
        (await browser.PostAsync("/settings", content)).Dispose();
    }

    private static async Task<HttpStatusCode> Post(
        HttpClient browser, string page, string address, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", await TokenOf(browser, page)),
            .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)),
        ]);
        using var answer = await browser.PostAsync(address, content);
        return answer.StatusCode;
    }

    private static async Task<string> TokenOf(HttpClient browser, string page) =>
        Token().Match(await browser.GetStringAsync(page)).Groups[1].Value;

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();
}
