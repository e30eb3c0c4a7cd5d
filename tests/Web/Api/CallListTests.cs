using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CallCenter.Abstractions.Configuration;
using CallCenter.Tests.Shared.Ports;

namespace CallCenter.Web.Tests.Api;

public sealed class CallListTests(SharedWebServer shared) : IClassFixture<SharedWebServer>
{
    [Theory]
    [InlineData("", "4 3 2 1")]
    [InlineData("?order=asc", "1 2 3 4")]
    [InlineData("?sort=wait", "2 4 1 3")]
    [InlineData("?sort=talk", "1 3 4 2")]
    [InlineData("?sort=clientNumber&order=asc", "2 1 3 4")]
    [InlineData("?direction=outgoing", "3")]
    [InlineData("?outcome=noAnswer", "4")]
    [InlineData("?employee=ivan", "3")]
    [InlineData("?department=sales", "2 1")]
    [InlineData("?number=(067) 111", "1")]
    [InlineData("?number=00 380 67 111-22-33", "1")]
    [InlineData("?number=%2B380 67 111 22 33", "1")]
    [InlineData("?number=067 111 2233", "1")]
    [InlineData("?number=671112233", "1")]
    [InlineData("?from=2026-03-02T08:01:00Z&to=2026-03-02T10:00:00Z", "3 2")]
    [InlineData("?from=2026-03-02T10:01:00%2B02:00&to=2026-03-02T12:00:00+02:00", "3 2")]
    [InlineData("?recorded=true", "1")]
    [InlineData("?recorded=false&outcome=noAnswer", "4")]
    [InlineData("?outcome=busy", "")]
    public async Task Filters_and_order_are_obeyed(string query, string ids)
    {
        using var client = await shared.Server.WithKey(AccessLevel.Supervisor);
        var page = await client.GetFromJsonAsync<JsonElement>("/api/v1/calls" + query);
        Assert.Equal(ids, string.Join(' ', Ids(page)));
        Assert.Equal(Ids(page).Count, page.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("arrived", "desc")]
    [InlineData("wait", "asc")]
    [InlineData("talk", "desc")]
    [InlineData("clientNumber", "asc")]
    public async Task The_cursor_leads_through_all_pages_once(string sort, string order)
    {
        await using var server = await WebTestServer.Start();
        for (var id = 10; id < 33; id++) server.Silo.History.Cards.Add(SampleCalls.Plain(id, SampleProject.Start + id / 3));
        using var client = await server.WithKey(AccessLevel.Supervisor);
        var seen = new List<long>();
        string? cursor = null;
        do
        {
            var page = await client.GetFromJsonAsync<JsonElement>($"/api/v1/calls?sort={sort}&order={order}&size=4&cursor={cursor}");
            Assert.InRange(Ids(page).Count, 1, 4);
            seen.AddRange(Ids(page));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);
        Assert.Equal(27, seen.Count);
        Assert.Equal(seen.Distinct(), seen);
    }

    [Fact]
    public async Task Everything_wrong_in_the_query_is_said_at_once()
    {
        await using var server = await WebTestServer.Start();
        using var client = await server.WithKey(AccessLevel.Supervisor);
        using var answer = await client.GetAsync(
            "/api/v1/calls?from=yesterday&to=2026-03-02&direction=sideways&outcome=1&number=abc"
            + "&sort=x&order=up&size=501&cursor=zzz&format=xml");
        var paths = await ProblemAssert.Is(answer, 400, "invalid-request");
        Assert.Equal(
            ["cursor", "direction", "format", "from", "number", "order", "outcome", "size", "sort", "to"],
            paths.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_cursor_of_another_order_is_refused()
    {
        await using var server = await WebTestServer.Start();
        using var client = await server.WithKey(AccessLevel.Supervisor);
        var page = await client.GetFromJsonAsync<JsonElement>("/api/v1/calls?size=1&sort=wait");
        using var answer = await client.GetAsync($"/api/v1/calls?size=1&sort=talk&cursor={page.GetProperty("next").GetString()}");
        Assert.Equal(["cursor"], await ProblemAssert.Is(answer, 400, "invalid-request"));
    }

    [Fact]
    public async Task Times_are_UTC_with_milliseconds_and_words_are_camelCase()
    {
        await using var server = await WebTestServer.Start();
        using var client = await server.WithKey(AccessLevel.Supervisor);
        var call = (await client.GetFromJsonAsync<JsonElement>("/api/v1/calls?number=380671112233")).GetProperty("calls")[0];
        Assert.Equal("2026-03-02T08:00:00.000Z", call.GetProperty("arrivedAt").GetString());
        Assert.Equal("2026-03-02T08:00:22.000Z", call.GetProperty("answeredAt").GetString());
        Assert.Equal(22_000, call.GetProperty("waitMs").GetInt64());
        Assert.Equal("incoming", call.GetProperty("direction").GetString());
        Assert.Equal("Олена Коваль", call.GetProperty("employeeName").GetString());
        Assert.Equal("Київ", call.GetProperty("pool").GetString());
    }

    [Theory]
    [InlineData("/api/v1/calls?format=csv", null)]
    [InlineData("/api/v1/calls", "text/csv")]
    public async Task The_list_comes_as_CSV_with_every_page(string path, string? accept)
    {
        await using var server = await WebTestServer.Start();
        for (var id = 10; id < 1210; id++) server.Silo.History.Cards.Add(SampleCalls.Plain(id, SampleProject.Start + id));
        using var client = await server.WithKey(AccessLevel.Supervisor);
        if (accept is not null) client.DefaultRequestHeaders.Add("Accept", accept);
        using var answer = await client.GetAsync(path);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("id,direction,outcome,", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",sipCallId,rating", lines[0], StringComparison.Ordinal);
        Assert.Equal(1205, lines.Length);
        Assert.Contains(lines, line => line.StartsWith("1,incoming,answered,client,+380671112233,\"ТОВ \"\"Ромашка\"\"\",",
            StringComparison.Ordinal));
        // The project's zone is Europe/Kyiv; the page shows 10:00.
        Assert.Contains(lines, line => line.StartsWith("1,", StringComparison.Ordinal) && line.Contains(
            ",2026-03-02T10:00:00.000+02:00,2026-03-02T10:00:22.000+02:00,2026-03-02T10:02:52.000+02:00,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_that_a_spreadsheet_would_run_is_made_harmless()
    {
        await using var server = await WebTestServer.Start();
        var card = SampleCalls.Plain(50, SampleProject.Start);
        server.Silo.History.Cards.Add(card with { Record = card.Record with { ClientName = "=1+1" } });
        using var client = await server.WithKey(AccessLevel.Supervisor);
        Assert.Contains(",'=1+1,", await client.GetStringAsync("/api/v1/calls?format=csv"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/calls")]
    [InlineData("/api/v1/calls?format=csv")]
    [InlineData("/api/v1/calls/1")]
    [InlineData("/api/v1/configuration/versions")]
    [InlineData("/api/v1/audit")]
    public async Task History_away_is_said_with_the_time_to_try_again(string path)
    {
        await using var server = await WebTestServer.Start();
        server.Silo.History.Away = true;
        using var client = await server.WithKey(AccessLevel.Administrator);
        using var answer = await client.GetAsync(path);
        await ProblemAssert.Is(answer, 503, "history-away");
        Assert.NotNull(answer.Headers.RetryAfter?.Delta);
    }

    [Theory]
    [InlineData("uk", "Іван Петренко: найдовше без дзвінків, 4 хв 10 с; позаду: Олена Коваль (без дзвінків 1 хв 30 с).")]
    [InlineData("ru", "Іван Петренко: дольше всех без звонков, 4 мин 10 с; позади: Олена Коваль (без звонков 1 мин 30 с).")]
    [InlineData("en", "Іван Петренко rang because of the longest idle time, 4 min 10 s; behind: Олена Коваль (idle 1 min 30 s).")]
    public async Task The_card_explains_its_decisions_in_the_language_asked_for(string language, string sentence)
    {
        await using var server = await WebTestServer.Start();
        using var client = await server.WithKey(AccessLevel.Supervisor);
        var card = await client.GetFromJsonAsync<JsonElement>($"/api/v1/calls/1?lang={language}");
        Assert.Equal(sentence, card.GetProperty("decisions")[1].GetProperty("explanation").GetString());
        Assert.Equal(3, card.GetProperty("legs").GetArrayLength());
        Assert.Equal("noAnswer", card.GetProperty("legs")[1].GetProperty("end").GetString());
        Assert.Equal("answered", card.GetProperty("visits")[0].GetProperty("exit").GetString());
    }

    [Fact]
    public async Task A_live_call_has_no_card_yet_and_the_answer_says_where_it_is()
    {
        await using var server = await WebTestServer.Start();
        using var client = await server.WithKey(AccessLevel.Supervisor);
        using var answer = await client.GetAsync("/api/v1/calls/7");
        await ProblemAssert.Is(answer, 404, "no-such-call");
        Assert.Contains("still live", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_live_call_is_ended_in_the_name_of_the_key()
    {
        await using var server = await WebTestServer.Start();
        using var client = await server.WithKey(AccessLevel.Supervisor);
        using var ended = await client.PostAsync("/api/v1/calls/7/end", null);
        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        Assert.Equal(
            new Abstractions.Calls.EndCall(new Abstractions.CallId(7), "test key"), Assert.Single(server.Silo.Projects.Sent));
        using var again = await client.PostAsync("/api/v1/calls/7/end", null);
        await ProblemAssert.Is(again, 404, "no-such-call");
    }

    private static List<long> Ids(JsonElement page) =>
        [.. page.GetProperty("calls").EnumerateArray().Select(call => call.GetProperty("id").GetInt64())];
}
