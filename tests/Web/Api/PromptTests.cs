using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Configuration;
using CallCenter.Media.Prompts;

namespace CallCenter.Web.Tests.Api;

/// <summary>What callers hear, for programs.</summary>
public sealed class PromptTests
{
    [Fact]
    public async Task A_sound_is_put_listed_read_and_taken_away()
    {
        await using var server = await WebTestServer.Start();
        using var client = await server.WithKey(AccessLevel.Administrator);
        var builtIn = await client.GetByteArrayAsync("/api/v1/prompts/uk/closed");

        using var put = await Put(client, "uk/closed", Wav(8_000));

        Assert.Equal(HttpStatusCode.NoContent, put.StatusCode);
        var list = await client.GetFromJsonAsync<JsonElement>("/api/v1/prompts");
        var closed = list.EnumerateArray().Single(one => Is(one, "uk", "closed"));
        Assert.Equal((true, 1_000), (closed.GetProperty("isReplaced").GetBoolean(), closed.GetProperty("durationMs").GetInt32()));
        Assert.StartsWith("На жаль", closed.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains(list.EnumerateArray(), one => Is(one, "any", "music"));
        using var read = await client.GetAsync("/api/v1/prompts/uk/closed");
        Assert.Equal("audio/wav", read.Content.Headers.ContentType!.MediaType);
        Assert.Equal(8_000, WaveReader.Read(await read.Content.ReadAsByteArrayAsync()).Samples!.Length);

        using var taken = await client.DeleteAsync("/api/v1/prompts/uk/closed");
        Assert.Equal(HttpStatusCode.NoContent, taken.StatusCode);
        Assert.Equal(builtIn, await client.GetByteArrayAsync("/api/v1/prompts/uk/closed"));
        using var again = await client.DeleteAsync("/api/v1/prompts/uk/closed");
        await ProblemAssert.Is(again, 404, "no-such-prompt");
        Assert.Equal(
            [(AuditKind.PromptReplaced, "uk/closed", "test key"), (AuditKind.PromptRestored, "uk/closed", "test key")],
            server.Silo.Projects.Noted.Select(entry => (entry.Kind, entry.Target, entry.Actor.Name)));
    }

    [Theory]
    [InlineData("uk/closed", 38, 422, "sound-refused", "no WAV file")]
    [InlineData("uk/nothing", 8_000, 404, "no-such-prompt", "uk/nothing")]
    [InlineData("own/Not-A-Key", 8_000, 404, "no-such-prompt", "own/Not-A-Key")]
    public async Task What_cannot_be_heard_is_refused_with_the_reason(string place, int bytes, int status, string problem, string says)
    {
        await using var server = await WebTestServer.Start();
        using var client = await server.WithKey(AccessLevel.Administrator);
        using var answer = await Put(client, place, bytes == 8_000 ? Wav(8_000) : new byte[bytes]);
        Assert.Contains(says, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await ProblemAssert.Is(answer, status, problem);
        Assert.Empty(server.Silo.Projects.Noted);
    }

    [Fact]
    public async Task A_body_of_more_than_ten_megabytes_is_refused_before_it_is_read()
    {
        await using var server = await WebTestServer.Start();
        using var client = await server.WithKey(AccessLevel.Administrator);
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/prompts/any/music")
        {
            Content = new ByteArrayContent(new byte[(10 * 1024 * 1024) + 1]),
            Headers = { ExpectContinue = true },
        };
        using var answer = await client.SendAsync(request);
        await ProblemAssert.Is(answer, 413, "body-too-large");
    }

    [Fact]
    public async Task An_own_prompt_without_a_sound_is_listed_and_has_nothing_to_be_heard()
    {
        await using var server = await WebTestServer.Start();
        server.With(document => document with { Prompts = [new("greeting", "Greeting", "Good day.")] });
        using var client = await server.WithKey(AccessLevel.Administrator);
        var list = await client.GetFromJsonAsync<JsonElement>("/api/v1/prompts");
        var greeting = list.EnumerateArray().Single(one => Is(one, "own", "greeting"));
        Assert.Equal(JsonValueKind.Null, greeting.GetProperty("durationMs").ValueKind);
        Assert.Equal("Good day.", greeting.GetProperty("text").GetString());
        using var read = await client.GetAsync("/api/v1/prompts/own/greeting");
        await ProblemAssert.Is(read, 404, "no-such-prompt");
    }

    private static bool Is(JsonElement prompt, string language, string name) =>
        (prompt.GetProperty("language").GetString(), prompt.GetProperty("name").GetString()) == (language, name);

    private static Task<HttpResponseMessage> Put(HttpClient client, string place, byte[] bytes)
    {
        var body = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("audio/wav") } };
        return client.PutAsync($"/api/v1/prompts/{place}", body);
    }

    private static byte[] Wav(int samples) => WaveWriter.Write([.. Enumerable.Range(0, samples).Select(at => (short)(at % 500 * 20))]);
}
