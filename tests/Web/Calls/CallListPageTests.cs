using System.Net;
using System.Text.RegularExpressions;
using CallCenter.Tests.Shared.Ports;

namespace CallCenter.Web.Tests.Calls;

/// <summary>The journal as plain HTML, without any script.</summary>
public sealed partial class CallListPageTests(SharedWebServer shared) : IClassFixture<SharedWebServer>
{
    private const string AnyTime = "/journal?period=custom";

    [Theory]
    [InlineData("", "4 3 2 1")]
    [InlineData("&order=asc", "1 2 3 4")]
    [InlineData("&sort=wait", "2 4 1 3")]
    [InlineData("&department=sales", "2 1")]
    [InlineData("&employee=ivan", "3")]
    [InlineData("&direction=internal", "4")]
    [InlineData("&outcome=abandoned", "2")]
    [InlineData("&number=067 111", "1")]
    [InlineData("&recorded=true", "1")]
    [InlineData("&from=2026-03-02&to=2026-03-02", "4 3 2 1")]
    [InlineData("&from=2026-03-03", "")]
    public async Task The_address_decides_what_is_listed(string filter, string ids)
    {
        Assert.Equal(ids, string.Join(' ', Ids(await Page(shared.Server, "admin", AnyTime + filter))));
    }

    [Fact]
    public async Task Next_and_previous_lead_through_every_call_and_back()
    {
        await using var server = await WebTestServer.Start();
        for (var id = 10; id < 130; id++) server.Silo.History.Cards.Add(SampleCalls.Plain(id, SampleProject.Start + id));
        var address = AnyTime;
        var pages = new List<IReadOnlyList<int>>();
        for (string? next = address; next is not null;)
        {
            var page = await Page(server, "admin", next);
            pages.Add(Ids(page));
            next = Link(page, "next");
            if (next is not null) address = next;
        }
        Assert.Equal([50, 50, 24], pages.Select(page => page.Count));
        Assert.Equal(124, pages.SelectMany(page => page).Distinct().Count());

        var second = await Page(server, "admin", Link(await Page(server, "admin", address), "prev")!);
        Assert.Equal(pages[1], Ids(second));
        var first = await Page(server, "admin", Link(second, "prev")!);
        Assert.Equal(pages[0], Ids(first));
        Assert.Null(Link(first, "prev"));
    }

    [Fact]
    public async Task An_employee_sees_his_own_calls_only_and_no_filter_for_others()
    {
        await using var server = await WebTestServer.Start();
        var page = await Page(server, SampleProject.Employee, AnyTime + "&employee=ivan&call=3");
        Assert.Equal([4, 1], Ids(page));
        Assert.DoesNotContain("name=\"employee\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("format=csv", page, StringComparison.Ordinal);
        Assert.Contains("There is no ended call 3 that you may see.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_card_stands_at_the_side_and_on_its_own_page()
    {
        await using var server = await WebTestServer.Start();
        foreach (var address in new[] { AnyTime + "&call=1", "/journal/1" })
        {
            var page = await Page(server, "admin", address);
            Assert.Contains("Іван Петренко rang because of the longest idle time, 4 min 10 s.", page, StringComparison.Ordinal);
            Assert.Contains("Марія Бондар was signed out", page, StringComparison.Ordinal);
            Assert.Contains("call-1@10.0.0.1", page, StringComparison.Ordinal);
            Assert.Contains("href=\"#decision-3-words\"", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_live_call_says_that_its_card_comes_later()
    {
        await using var server = await WebTestServer.Start();
        Assert.Contains("Call 7 is still live.", await Page(server, "admin", "/journal/7"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_was_withheld_is_said_to_be_so_on_list_and_card()
    {
        await using var server = await WebTestServer.Start();
        var card = SampleCalls.Plain(9, SampleProject.Start + 9);
        server.Silo.History.Cards.Add(card with { Record = card.Record with { ClientNumber = "", ClientName = null } });
        foreach (var address in new[] { AnyTime, "/journal/9" })
            Assert.Contains("Number withheld", await Page(server, "admin", address), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/journal?outcome=busy", "No call fits these filters.")]
    [InlineData("/journal", "No calls in this period yet.")]
    public async Task An_empty_list_says_why(string address, string words)
    {
        await using var server = await WebTestServer.Start();
        server.Silo.History.Cards.Clear();
        Assert.Contains(words, await Page(server, "admin", address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_history_that_is_away_is_said_on_list_and_card()
    {
        await using var server = await WebTestServer.Start();
        server.Silo.History.Away = true;
        Assert.Contains("The history cannot be reached right now.", await Page(server, "admin", AnyTime), StringComparison.Ordinal);
        Assert.Contains("The history cannot be reached right now.", await Page(server, "admin", "/journal/1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("00380671112233")]
    [InlineData("00380 67 111-22-33")]
    [InlineData("+380 (67) 111 22 33")]
    [InlineData("067 111 22 33")]
    [InlineData("111 22 33")]
    public async Task A_number_is_found_in_any_form_and_the_file_holds_the_same(string typed)
    {
        await using var server = await WebTestServer.Start();
        var page = await Page(server, "admin", AnyTime + "&number=" + Uri.EscapeDataString(typed));
        Assert.Equal([1], Ids(page));
        var file = await Page(server, "admin", CsvLink().Match(page).Groups[1].Value);
        Assert.StartsWith("1,", Assert.Single(file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_holds_what_the_list_shows()
    {
        await using var server = await WebTestServer.Start();
        var page = await Page(server, "admin", AnyTime + "&department=sales&sort=wait");
        var file = await Page(server, "admin", CsvLink().Match(page).Groups[1].Value);
        Assert.Equal([2, 1], file.Split("\r\n").Skip(1).Where(line => line.Length > 0).Select(line => int.Parse(line.Split(',')[0])));
    }

    [Fact]
    public async Task Strangers_are_led_to_the_sign_in()
    {
        await using var server = await WebTestServer.Start();
        using var nobody = server.Nobody();
        using var answer = await nobody.GetAsync("/journal");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/sign-in", answer.Headers.Location?.PathAndQuery, StringComparison.Ordinal);
    }

    private static async Task<string> Page(WebTestServer server, string who, string address)
    {
        using var client = await server.SignedIn(who);
        return WebUtility.HtmlDecode(await client.GetStringAsync(address));
    }

    private static List<int> Ids(string page) => [.. RowId().Matches(page).Select(match => int.Parse(match.Groups[1].Value))];

    private static string? Link(string page, string relation) =>
        PageLink().Matches(page).FirstOrDefault(match => match.Groups[1].Value == relation)?.Groups[2].Value;

    [GeneratedRegex("""<tr[^>]* id="call-(\d+)""")]
    private static partial Regex RowId();

    [GeneratedRegex("""rel="(prev|next)" href="([^"]+)""")]
    private static partial Regex PageLink();

    [GeneratedRegex("""href="(/api/v1/calls[^"]+)""")]
    private static partial Regex CsvLink();
}
