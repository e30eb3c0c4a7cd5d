using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CallCenter.Abstractions.Configuration;
using CallCenter.Tests.Shared.Ports;
using CallCenter.Web.Tests.Calls;

namespace CallCenter.Web.Tests.Api;

/// <summary>The stages of conversations for programs: the numbers of the page.</summary>
public sealed class StagesTests
{
    private const string Address = "/api/v1/conversations/stages";

    [Fact]
    public async Task A_key_gets_the_numbers_of_the_page()
    {
        await using var server = await Start();
        using var client = await server.WithKey(AccessLevel.Supervisor);
        var stages = await client.GetFromJsonAsync<JsonElement>(Address + "?employee=olena&from=2026-03-02T08:00:00Z");
        Assert.Equal(("olena", "sales"), (stages.GetProperty("employee").GetString(), stages.GetProperty("besideOf")[0].GetString()));
        var (own, beside) = (stages.GetProperty("figures"), stages.GetProperty("beside"));
        Assert.Equal(
            "2 1 false 32.14 0.5 30000 32500 15",
            Words(own, "conversations", "tooShort", "isCut", "talkSharePercent", "interruptions", "longestMonologueMs", "firstWordMs",
                "silencePercent"));
        Assert.Equal("3 1 50.32 1", Words(beside, "conversations", "tooShort", "talkSharePercent", "interruptions"));
        Assert.Equal("7 25 50 0 25", Words(own.GetProperty("tenths")[6], "tenth", "employee", "client", "both", "silence"));
        Assert.Equal("7 16.67 50 16.67 16.67", Words(beside.GetProperty("tenths")[6], "tenth", "employee", "client", "both", "silence"));
        Assert.Equal("6 0 33.33", Words(stages.GetProperty("mostDifferent"), "tenth", "share", "besideShare"));
        Assert.Equal("7 100 50", Words(stages.GetProperty("clientFall"), "tenth", "before", "after"));
    }

    [Fact]
    public async Task An_employee_gets_himself()
    {
        await using var server = await Start();
        using var client = await server.SignedIn(SampleProject.Employee);
        var stages = await client.GetFromJsonAsync<JsonElement>(Address + "?employee=ivan&department=sales");
        Assert.Equal("olena", stages.GetProperty("employee").GetString());
        Assert.Equal(2, stages.GetProperty("figures").GetProperty("conversations").GetInt32());
        Assert.Equal(JsonValueKind.Null, stages.GetProperty("beside").ValueKind);
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once()
    {
        await using var server = await Start();
        using var client = await server.WithKey(AccessLevel.Supervisor);
        using var answer = await client.GetAsync(Address + "?from=yesterday&direction=internal");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var errors = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors");
        Assert.Equal(["from", "direction"], errors.EnumerateArray().Select(one => one.GetProperty("path").GetString()));
    }

    private static async Task<WebTestServer> Start()
    {
        var server = await WebTestServer.Start();
        StagedSample.Put(server.Silo);
        return server;
    }

    private static string Words(JsonElement element, params string[] names) =>
        string.Join(' ', names.Select(name => element.GetProperty(name).GetRawText()));
}
