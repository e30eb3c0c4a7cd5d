using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Ports;
using CallCenter.Silo;
using CallCenter.Tests.Shared;
using CallCenter.Tests.Shared.Ports;
using CallCenter.Web.Start;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CallCenter.Web.Tests.Api;

/// <summary>The API in front of the real engine, journal and PostgreSQL.</summary>
public sealed class RealSiloTests : IAsyncLifetime
{
    private static readonly ProjectConfiguration Company = SampleProject.Configuration with
    {
        SipAccounts = [.. SampleProject.Configuration.SipAccounts.Select(account => account with { Password = "Very-Secret-4711" })],
    };

    private readonly TemporaryFolder _folder = new();
    private readonly PostgresFixture _postgres = new();
    private readonly HttpClient _client = new();
    private WebApplication _app = null!;
    private string _key = "";

    public async ValueTask InitializeAsync()
    {
        var (port, database) = (FreePort(), await _postgres.NewDatabase());
        _app = WebServer.Build(new StartOptions(_folder.Path, 0, port, IPAddress.Loopback, null, false), services =>
        {
            services.AddLogging(logging => logging.ClearProviders());
            services.AddSilo(new SiloOptions { DataFolder = _folder.Path, SipPort = port, HistoryConnectionString = database });
        });
        await _app.StartAsync();
        var signIns = _app.Services.GetRequiredService<ISignIns>();
        (_, _key) = await signIns.CreateKey(new ProjectId("main"), "integration", AccessLevel.Administrator);
        _client.BaseAddress = new Uri(_app.Urls.Single());
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _key);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _postgres.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_company_is_imported_and_its_people_change_their_state_on_every_board()
    {
        await Import("\"0\"", 1);
        using var wallboard = await HubClient.Connect(_client.BaseAddress!, "/hubs/board", _key);
        await wallboard.Invoke("Subscribe");
        var at = (await wallboard.Next("snapshot")).GetProperty("sequence").GetInt64();

        const string Availability = "/api/v1/employees/olena/availability";
        using var lunch = await _client.PutAsJsonAsync(Availability, new { availability = "notReady", reason = "lunch" });
        Assert.Equal(HttpStatusCode.OK, lunch.StatusCode);
        var delta = await wallboard.Next("delta");
        Assert.Equal(at, delta.GetProperty("from").GetInt64());
        var olena = Assert.Single(delta.GetProperty("employees").EnumerateArray());
        Assert.Equal(("olena", "lunch"), (olena.GetProperty("id").GetString(), olena.GetProperty("reason").GetString()));

        using var away = await _client.PutAsJsonAsync(Availability, new { availability = "notReady", reason = "golf" });
        await ProblemAssert.Is(away, 422, "unknown-not-ready-reason");
        using var stranger = await _client.PutAsJsonAsync("/api/v1/employees/nobody/availability", new { availability = "ready" });
        await ProblemAssert.Is(stranger, 404, "no-such-employee");
        using var ended = await _client.PostAsync("/api/v1/calls/1/end", null);
        await ProblemAssert.Is(ended, 404, "no-such-call");
        using var finished = await _client.PostAsync("/api/v1/employees/olena/wrap-up/finish", null);
        await ProblemAssert.Is(finished, 409, "not-in-wrap-up");

        using var linked = await _client.PutAsJsonAsync("/api/v1/clients/0671234567", new { name = "Ольга", responsible = "olena" });
        Assert.Equal("+380671234567", (await linked.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("number").GetString());
    }

    [Fact]
    public async Task Versions_reach_the_history_and_secrets_do_not()
    {
        await Import("\"0\"", 1);
        using var stale = await Put("\"0\"");
        await ProblemAssert.Is(stale, 412, "stale-version");
        // PostgreSQL may still be starting: the API says 503 until it runs.
        await Eventually.Holds(async () =>
        {
            using var versions = await _client.GetAsync("/api/v1/configuration/versions");
            return versions.IsSuccessStatusCode && (await versions.Content.ReadFromJsonAsync<JsonElement>()).GetArrayLength() == 1;
        });
        foreach (var address in new[] { "/api/v1/configuration", "/api/v1/configuration/versions/1" })
        {
            var exported = await _client.GetStringAsync(address);
            Assert.Contains("Затишок", exported, StringComparison.Ordinal);
            Assert.DoesNotContain("4711", exported, StringComparison.Ordinal);
        }

        var calls = await _client.GetFromJsonAsync<JsonElement>("/api/v1/calls?number=067");
        Assert.Equal(0, calls.GetProperty("total").GetInt32());
    }

    private async Task Import(string ifMatch, int version)
    {
        using var answer = await Put(ifMatch);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        Assert.Equal($"\"{version}\"", answer.Headers.ETag?.Tag);
    }

    private async Task<HttpResponseMessage> Put(string ifMatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/configuration")
        {
            Content = new StringContent(JsonSerializer.Serialize(Company, ConfigurationJson.Indented), Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await _client.SendAsync(request);
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
