using System.Net;
using System.Text;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Configuration;
using CallCenter.Tests.Shared.Ports;
using CallCenter.Web.Audit;
using Microsoft.AspNetCore.Routing;

namespace CallCenter.Web.Tests.Audit;

/// <summary>What people and programs do is written down: every change, and everything that takes data out.</summary>
public sealed class ActsTests
{
    // Every address that may change something, and whether the audit log has it. A new one has to be put here.
    private static readonly Dictionary<string, bool> Changes = new()
    {
        ["POST /sign-in"] = true,
        ["POST /sign-out"] = true,
        ["POST /me"] = true,
        ["POST /password/forgotten"] = true,
        ["POST /password/{Token}"] = true,
        ["POST /settings"] = true,
        ["POST /settings/keys"] = true,
        ["POST /settings/people"] = true,
        ["POST /settings/projects"] = true,
        ["POST /api/v1/projects"] = true,
        ["PUT /api/v1/projects/{name}/standing"] = true,
        ["DELETE /api/v1/projects/{name}"] = true,
        ["POST /board/end-call"] = true,
        ["POST /board/supervise"] = true,
        ["POST /desk/{employee}/availability"] = true,
        ["POST /desk/messages/done"] = true,
        ["POST /api/v1/messages/{call:long}/done"] = true,
        ["POST /api/v1/calls/{id:long}/end"] = true,
        ["PUT /api/v1/calls/{id:long}/recording"] = true,
        ["PUT /api/v1/calls/{id:long}/supervision"] = true,
        ["DELETE /api/v1/calls/{id:long}/supervision"] = true,
        ["POST /api/v1/calls/{id:long}/take-over"] = true,
        ["PUT /api/v1/employees/{id}/availability"] = true,
        ["POST /api/v1/employees/{id}/wrap-up/finish"] = true,
        ["PUT /api/v1/clients/{number}"] = true,
        ["PUT /api/v1/configuration"] = true,
        ["POST /api/v1/keys"] = true,
        ["DELETE /api/v1/keys/{id}"] = true,
        ["PUT /api/v1/prompts/{language}/{name}"] = true,
        ["DELETE /api/v1/prompts/{language}/{name}"] = true,
        ["PUT /api/v1/sign-ins/{name}/password"] = true,
        // Changes nothing of the project: a check, preferences of a browser.
        ["POST /api/v1/configuration/validate"] = false,
        ["POST /views/save"] = false,
        ["POST /views/remove"] = false,
        ["POST /language"] = false,
        ["POST /theme"] = false,
    };

    // Pages that show something and take no form, although the framework lets every page be posted to.
    private static readonly string[] OnlyShown =
    [
        "/board", "/desk", "/desk/{Key}", "/journal", "/journal/{Id:long}", "/conversations", "/settings/audit", "/api",
        "/error/{Code:int}", "/not-found",
        // Pages that are worked with change the draft in a circuit; publishing it is an act, which tests/Web/Settings look at.
        "/settings/employees", "/settings/accounts", "/settings/numbers", "/settings/menus", "/settings/trunks", "/settings/outgoing",
        "/settings/project", "/settings/versions", "/settings/mail", "/settings/prompts", "/settings/start",
        "/_blazor/negotiate",
    ];

    public static TheoryData<string, string, string?, AuditKind, string?, string?> Api => new()
    {
        { "POST", "calls/7/end", null, AuditKind.CallEnded, "7", null },
        { "PUT", "calls/7/recording", """{"paused":true}""", AuditKind.RecordingPaused, "7", null },
        {
            "PUT", "calls/7/supervision", """{"mode":"whisper","supervisor":"head"}""", AuditKind.CallSupervised, "7", "whisper head"
        },
        {
            "PUT", "employees/olena/availability", """{"availability":"notReady","reason":"lunch"}""", AuditKind.AvailabilitySet, "olena",
            "notReady lunch"
        },
        { "POST", "messages/6/done", null, AuditKind.MessageDone, "6", null },
        { "POST", "employees/oksana/wrap-up/finish", null, AuditKind.WrapUpFinished, "oksana", null },
        { "PUT", "clients/+380671112233", """{"name":"Ольга","responsible":"olena"}""", AuditKind.ClientLinked, "+380671112233", "olena" },
        { "PUT", "configuration", """{"name":"Нова"}""", AuditKind.ConfigurationPublished, "2", null },
        { "POST", "keys", """{"name":"hall","access":"supervisor"}""", AuditKind.KeyMade, "hall", "supervisor k2" },
        { "DELETE", "keys/k1", null, AuditKind.KeyRevoked, "test key", "k1" },
        {
            "PUT", "sign-ins/olena@example.com/password", """{"password":"a long sentence is best"}""", AuditKind.PasswordSet,
            "olena@example.com", null
        },
        { "GET", "calls", null, AuditKind.CallsRead, null, null },
        { "GET", "calls/1", null, AuditKind.CallsRead, null, null },
        { "GET", "conversations/stages?employee=olena", null, AuditKind.CallsRead, null, null },
        { "GET", "calls?format=csv&outcome=abandoned", null, AuditKind.CallsExported, null, "?format=csv&outcome=abandoned" },
        { "GET", "configuration", null, AuditKind.ConfigurationRead, "1", null },
        { "GET", "configuration/versions/1", null, AuditKind.ConfigurationRead, "1", null },
        { "GET", "audit", null, AuditKind.AuditRead, null, null },
    };

    [Fact]
    public async Task Every_address_that_may_change_something_is_known_here()
    {
        await using var server = await WebTestServer.Start();
        var found = server.Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods
                .Select(method => (Method: method, Path: "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))) ?? [])
            .Where(one => one.Method is "POST" or "PUT" or "DELETE" or "PATCH" && !OnlyShown.Contains(one.Path))
            .Select(one => $"{one.Method} {one.Path}");

        Assert.Equal(Changes.Keys.Order(StringComparer.Ordinal), found.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Api))]
    public async Task What_a_key_does_is_noted_with_name_rights_and_address(
        string method, string path, string? body, AuditKind kind, string? target, string? detail)
    {
        await using var server = await WebTestServer.Start();
        using var client = await server.WithKey(AccessLevel.Administrator);

        using var answer = await Send(client, method, path, body);

        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var actor = new AuditActor(ActorKind.ApiKey, "test key", "k1", AccessLevel.Administrator, "127.0.0.1");
        Assert.Equal(new AuditEntry(kind, actor, target, detail), Assert.Single(server.Silo.Projects.Noted));
    }

    [Theory]
    [InlineData("POST", "calls/99/end", null)]
    [InlineData("PUT", "employees/nobody/availability", """{"availability":"ready"}""")]
    [InlineData("PUT", "employees/olena/availability", """{"availability":"notReady"}""")]
    [InlineData("PUT", "configuration", """{"name":""}""")]
    [InlineData("POST", "configuration/validate", """{"name":"Нова"}""")]
    [InlineData("POST", "keys", """{"name":"","access":"supervisor"}""")]
    [InlineData("DELETE", "keys/k99", null)]
    [InlineData("PUT", "sign-ins/nobody/password", """{"password":"a long sentence is best"}""")]
    [InlineData("GET", "calls/99", null)]
    [InlineData("GET", "clients/+380670000000", null)]
    [InlineData("GET", "employees", null)]
    public async Task What_did_not_happen_and_what_takes_nothing_out_is_not_noted(string method, string path, string? body)
    {
        await using var server = await WebTestServer.Start();
        using var client = await server.WithKey(AccessLevel.Administrator);
        using var answer = await Send(client, method, path, body);
        Assert.Empty(server.Silo.Projects.Noted);
    }

    [Fact]
    public async Task What_somebody_sets_for_himself_is_his_working_day_and_no_entry()
    {
        await using var server = await WebTestServer.Start();
        using var olena = await server.SignedIn(SampleProject.Employee);
        olena.DefaultRequestHeaders.Add("X-Requested-With", "fetch");
        using var own = await Send(olena, "PUT", "employees/olena/availability", """{"availability":"signedOut"}""");
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Empty(server.Silo.Projects.Noted);

        using var head = await server.SignedIn(SampleProject.Supervisor);
        head.DefaultRequestHeaders.Add("X-Requested-With", "fetch");
        using var others = await Send(head, "PUT", "employees/olena/availability", """{"availability":"ready"}""");

        var noted = Assert.Single(server.Silo.Projects.Noted);
        Assert.Equal(
            new AuditActor(ActorKind.Person, SampleProject.Supervisor, "head", AccessLevel.Supervisor, "127.0.0.1"), noted.Actor);
        Assert.Equal(("olena", "ready"), (noted.Target, noted.Detail));
    }

    [Fact]
    public async Task A_program_that_reads_all_day_is_counted()
    {
        await using var server = await WebTestServer.Start();
        using var client = await server.WithKey(AccessLevel.Supervisor);
        for (var i = 0; i < 20; i++) (await client.GetAsync("/api/v1/calls?size=1")).Dispose();
        Assert.Single(server.Silo.Projects.Noted);

        await server.Service<AuditLog>().NoteRepetitions(all: true);

        Assert.Equal([1, 19], server.Silo.Projects.Noted.Select(entry => entry.Times));
    }

    [Fact]
    public async Task Wrong_keys_are_noted_by_address_and_never_with_the_key()
    {
        await using var server = await WebTestServer.Start();
        using var guesser = server.Nobody();
        guesser.DefaultRequestHeaders.Add("X-Api-Key", "key-guessed");
        for (var i = 0; i < 5; i++) (await guesser.GetAsync("/api/v1/board")).Dispose();

        var stranger = new AuditActor(ActorKind.Stranger, null, null, null, "127.0.0.1");
        Assert.Equal(new AuditEntry(AuditKind.KeyRefused, stranger), Assert.Single(server.Silo.Projects.Noted));
    }

    [Fact]
    public async Task An_answer_does_not_wait_for_a_journal_that_cannot_be_written()
    {
        await using var server = await WebTestServer.Start();
        server.Silo.Projects.JournalAway = true;
        using var client = await server.WithKey(AccessLevel.Administrator);

        using var answer = await Send(client, "GET", "configuration", null);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single(server.Silo.Projects.Noted);
    }

    private static async Task<HttpResponseMessage> Send(HttpClient client, string method, string path, string? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/api/v1/{path}");
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return await client.SendAsync(request);
    }
}
