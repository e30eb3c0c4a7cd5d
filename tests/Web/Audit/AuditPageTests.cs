using System.Net;
using System.Text.RegularExpressions;
using CallCenter.Abstractions.Audit;
using CallCenter.Tests.Shared.Ports;

namespace CallCenter.Web.Tests.Audit;

/// <summary>The page of the audit log as plain HTML, without any script.</summary>
public sealed partial class AuditPageTests : IAsyncLifetime
{
    private WebTestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await WebTestServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Every_kind_of_act_is_a_sentence_in_every_language()
    {
        _server.Silo.History.Acts.AddRange(SampleActs.Before(TimeProvider.System.GetUtcNow()));
        foreach (var language in new[] { "en", "uk", "ru" })
        {
            var sentences = Sentences(await Page("/settings/audit", language));
            Assert.Equal(SampleActs.EachKind.Count, sentences.Count);
            Assert.Equal(sentences.Count, sentences.Distinct().Count());
            Assert.All(sentences, sentence => Assert.DoesNotContain("{", sentence, StringComparison.Ordinal));
        }
        Assert.Equal(Enum.GetValues<AuditKind>(), SampleActs.EachKind.Select(entry => entry.Kind).Distinct().Order());
    }

    [Theory]
    [InlineData("en", "Марія Бондар set the state of Тарас Мельник to “Not ready: lunch”")]
    [InlineData("uk", "Марія Бондар: змінено стан співробітника Тарас Мельник на «Не приймає: обід»")]
    [InlineData("ru", "Марія Бондар: изменено состояние сотрудника Тарас Мельник на «Не принимает: обед»")]
    [InlineData("en", "admin made the API key wallboard hall (Supervisor, k1)")]
    [InlineData("en", "Somebody tried to sign in with a name that nobody has, 17 times")]
    [InlineData("uk", "Хтось: надто часті спроби увійти, відмовлено, 212 разів")]
    [InlineData("en", "wallboard hall read calls through the API, 1,240 times")]
    [InlineData("en", "file small.json published version 1 of the configuration")]
    public async Task A_row_reads_like_a_sentence(string language, string sentence)
    {
        _server.Silo.History.Acts.AddRange(SampleActs.Before(TimeProvider.System.GetUtcNow()));
        Assert.Contains(sentence, Sentences(await Page("/settings/audit", language)));
    }

    [Fact]
    public async Task A_row_says_when_with_which_rights_and_from_where()
    {
        _server.Silo.History.Acts.AddRange(SampleActs.Before(
            DateTimeOffset.FromUnixTimeMilliseconds(SampleProject.Start), [new(AuditKind.CallsRead, SampleActs.Wallboard)]));
        var page = await Page("/settings/audit?period=custom");
        Assert.Contains("2026-03-02 09:59:00", page, StringComparison.Ordinal);
        Assert.Contains("API key · Supervisor · from 2001:db8::7", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 40)]
    [InlineData("?person=admin", 18)]
    [InlineData("?person=nobody", 0)]
    [InlineData("?kind=signInFailed", 2)]
    [InlineData("?kind=keyMade&person=admin", 1)]
    [InlineData("?period=yesterday", 0)]
    [InlineData("?period=custom&from=2020-01-01&to=2020-01-02", 0)]
    [InlineData("?kind=nonsense&after=x&before=-", 40)]
    public async Task The_address_decides_what_is_listed(string filter, int count)
    {
        // Nothing lies before midnight.
        var now = TimeProvider.System.GetUtcNow();
        _server.Silo.History.Acts.AddRange(SampleActs.Before(now).Select(row => row with { At = now.ToUnixTimeMilliseconds() }));
        Assert.Equal(count, Sentences(await Page("/settings/audit" + filter)).Count);
    }

    [Fact]
    public async Task Next_and_previous_lead_through_every_entry_and_back()
    {
        var entries = Enumerable.Range(0, 120).Select(i => new AuditEntry(AuditKind.PasswordSet, SampleActs.Admin, $"person-{i}")).ToList();
        _server.Silo.History.Acts.AddRange(SampleActs.Before(TimeProvider.System.GetUtcNow(), entries));
        var pages = new List<IReadOnlyList<string>>();
        var address = "/settings/audit";
        for (string? next = address; next is not null;)
        {
            var page = await Page(next);
            pages.Add(Sentences(page));
            next = Link(page, "next");
            if (next is not null) address = next;
        }
        Assert.Equal([50, 50, 20], pages.Select(page => page.Count));
        Assert.Contains("person-119", pages[0][0], StringComparison.Ordinal);
        Assert.Equal(120, pages.SelectMany(page => page).Distinct().Count());

        var second = await Page(Link(await Page(address), "prev")!);
        Assert.Equal(pages[1], Sentences(second));
        var first = await Page(Link(second, "prev")!);
        Assert.Equal(pages[0], Sentences(first));
        Assert.Null(Link(first, "prev"));
    }

    [Fact]
    public async Task People_and_keys_can_be_chosen_and_whoever_is_gone_stays_chosen()
    {
        await _server.Silo.SignIns.CreateKey(FakeSilo.Project, "wallboard hall", Abstractions.Configuration.AccessLevel.Supervisor);
        var page = await Page("/settings/audit?person=gone%40example.com");
        foreach (var choice in new[] { "admin", SampleProject.Employee, "wallboard hall" })
            Assert.Contains($"<option value=\"{choice}\">", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"gone@example.com\" selected>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_away_is_said_and_the_page_stays()
    {
        _server.Silo.History.Away = true;
        Assert.Contains("Nothing is lost", await Page("/settings/audit"), StringComparison.Ordinal);
    }

    private async Task<string> Page(string address, string language = "en")
    {
        using var admin = await _server.SignedIn("admin");
        admin.DefaultRequestHeaders.Add("Accept-Language", language);
        return WebUtility.HtmlDecode(await admin.GetStringAsync(address));
    }

    private static List<string> Sentences(string page) =>
        [.. Sentence().Matches(page).Select(match => Spaces().Replace(Tag().Replace(match.Groups[1].Value, ""), " ").Trim())];

    private static string? Link(string page, string rel) => Regex.Match(page, $"rel=\"{rel}\" href=\"([^\"]+)\"") is { Success: true } match
        ? match.Groups[1].Value
        : null;

    [GeneratedRegex("<li[^>]*>\\s*<p>(.*?)</p>", RegexOptions.Singleline)]
    private static partial Regex Sentence();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();
}
