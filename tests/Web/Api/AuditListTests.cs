using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CallCenter.Abstractions.Configuration;
using CallCenter.Tests.Shared.Ports;

namespace CallCenter.Web.Tests.Api;

/// <summary><c>/api/v1/audit</c>.</summary>
public sealed class AuditListTests : IAsyncLifetime
{
    private WebTestServer _server = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await WebTestServer.Start();
        _client = await _server.WithKey(AccessLevel.Administrator);
        _server.Silo.History.Acts.AddRange(SampleActs.Before(DateTimeOffset.FromUnixTimeMilliseconds(SampleProject.Start)));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task An_entry_says_who_what_to_whom_when_and_from_where()
    {
        var entry = (await Get("?kind=availabilitySet")).GetProperty("entries")[0];
        Assert.Equal(
            """
            {"id":20,"at":"2026-03-02T07:39:00.000Z","kind":"availabilitySet","actorKind":"person","actor":"head@example.com",
            "actorKey":"head","access":"supervisor","address":"192.0.2.8","target":"taras","detail":"notReady lunch","times":1}
            """.ReplaceLineEndings(""),
            entry.GetRawText());
    }

    [Theory]
    [InlineData("", 40)]
    [InlineData("?person=admin", 18)]
    [InlineData("?kind=signInFailed", 2)]
    [InlineData("?from=2026-03-02T07:58:00Z", 2)]
    [InlineData("?to=2026-03-02T09:40:00%2B02:00", 20)]
    public async Task Filters_narrow_the_list(string query, int count)
    {
        var page = await Get(query);
        Assert.Equal((count, count), (page.GetProperty("entries").GetArrayLength(), page.GetProperty("total").GetInt32()));
        Assert.False(page.GetProperty("totalIsAtLeast").GetBoolean());
    }

    [Theory]
    [InlineData("asc")]
    [InlineData("desc")]
    public async Task The_cursor_leads_through_all_pages(string order)
    {
        var seen = new List<long>();
        string? cursor = null;
        do
        {
            var page = await Get($"?order={order}&size=3&cursor={cursor}");
            seen.AddRange(page.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("id").GetInt64()));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);
        var all = Enumerable.Range(1, 40).Select(id => (long)id);
        Assert.Equal(order == "asc" ? all : all.Reverse(), seen);
    }

    [Fact]
    public async Task Everything_wrong_in_the_query_is_said_at_once()
    {
        using var answer = await _client.GetAsync("/api/v1/audit?from=yesterday&to=2026-03-02&kind=1&order=up&size=0&cursor=zzz");
        Assert.Equal(
            ["cursor", "from", "kind", "order", "size", "to"],
            (await ProblemAssert.Is(answer, 400, "invalid-request")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Supervisors_and_their_keys_are_refused()
    {
        using var key = await _server.WithKey(AccessLevel.Supervisor);
        using var head = await _server.SignedIn(SampleProject.Supervisor);
        foreach (var client in new[] { key, head })
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/api/v1/audit")).StatusCode);
    }

    private Task<JsonElement> Get(string query) => _client.GetFromJsonAsync<JsonElement>("/api/v1/audit" + query);
}
