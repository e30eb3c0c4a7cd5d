using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Ports;
using CallCenter.Silo;
using CallCenter.Tests.Shared;
using CallCenter.Web.Start;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CallCenter.Web.Tests.Audit;

/// <summary>From the request to PostgreSQL and back: the real engine, journal and database.</summary>
public sealed class RealAuditTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly PostgresFixture _postgres = new();
    private string _database = "";

    public async ValueTask InitializeAsync() => _database = await _postgres.NewDatabase();

    public async ValueTask DisposeAsync()
    {
        await _postgres.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_was_done_is_there_once_in_order_also_after_a_restart()
    {
        string key;
        await using (var app = await Start())
        {
            (_, key) = await app.Services.GetRequiredService<ISignIns>()
                .CreateKey(new ProjectId("main"), "integration", AccessLevel.Administrator);
            using var client = Client(app, key);
            var company = new ProjectConfiguration { Name = "Затишок" };
            using var document = new StringContent(
                JsonSerializer.Serialize(company, ConfigurationJson.Indented), new MediaTypeHeaderValue("application/json"));
            using var published = await client.PutAsync("/api/v1/configuration", document);
            Assert.True(published.IsSuccessStatusCode, await published.Content.ReadAsStringAsync());
            for (var i = 0; i < 3; i++) (await client.GetAsync("/api/v1/configuration")).Dispose();
            using var linked = await client.PutAsJsonAsync("/api/v1/clients/0671234567", new { name = "Ольга" });
            using var wrong = Client(app, "cc_wrong_key");
            for (var i = 0; i < 3; i++) (await wrong.GetAsync("/api/v1/board")).Dispose();
            // What was only counted is written when the process stops.
            await app.StopAsync();
        }

        await using var again = await Start();
        using var reader = Client(again, key);
        string[] expected =
        [
            "configurationPublished 1 integration 1", "configurationRead 1 integration 1", "clientLinked 0671234567 integration 1",
            "keyRefused   1", "configurationRead 1 integration 2", "keyRefused   2",
        ];
        await Eventually.Holds(
            async () => (await Entries(reader)).Order().SequenceEqual(expected.Order()), TimeSpan.FromSeconds(30));
        Assert.Equal(expected[..4], (await Entries(reader))[..4]);
        await again.StopAsync();
    }

    // Reading this log is noted as well; that is left out here.
    private static async Task<string[]> Entries(HttpClient reader)
    {
        using var answer = await reader.GetAsync("/api/v1/audit?order=asc");
        if (!answer.IsSuccessStatusCode) return [];
        return
        [
            .. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("entries").EnumerateArray()
                .Where(entry => entry.GetProperty("kind").GetString() != "auditRead")
                .Select(entry => string.Join(' ', new[] { "kind", "target", "actor", "times" }.Select(name => entry.GetProperty(name)))),
        ];
    }

    private static HttpClient Client(WebApplication app, string key)
    {
        var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    private async Task<WebApplication> Start()
    {
        var port = FreePort();
        var app = WebServer.Build(new StartOptions(_folder.Path, 0, port, IPAddress.Loopback, null, false), services =>
        {
            services.AddLogging(logging => logging.ClearProviders());
            services.AddSilo(new SiloOptions { DataFolder = _folder.Path, SipPort = port, HistoryConnectionString = _database });
        });
        await app.StartAsync();
        return app;
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
