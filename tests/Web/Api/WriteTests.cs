using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Tests.Shared.Ports;
using CallCenter.Web.Api.Problems;

namespace CallCenter.Web.Tests.Api;

/// <summary>What changes something: availability, clients, configuration, keys, passwords.</summary>
public sealed class WriteTests
{
    [Fact]
    public async Task Availability_is_set_and_the_new_state_comes_back()
    {
        await using var server = await WebTestServer.Start();
        using var client = await server.WithKey(AccessLevel.Supervisor);
        using var answer = await client.PutAsJsonAsync("/api/v1/employees/olena/availability",
            new { availability = "notReady", reason = "lunch" });
        var employee = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("notReady", employee.GetProperty("availability").GetString());
        Assert.Equal("lunch", employee.GetProperty("reason").GetString());
        Assert.Equal(
            new SetAvailability(new EmployeeId("olena"), Availability.NotReady, "lunch", "test key"),
            Assert.Single(server.Silo.Projects.Sent));
    }

    [Theory]
    [InlineData("olena", """{"availability":"notReady"}""", 422, "not-ready-reason-needed", null)]
    [InlineData("nobody", """{"availability":"ready"}""", 404, "no-such-employee", null)]
    [InlineData("olena", """{"availability":"asleep"}""", 400, "invalid-request", "$.availability")]
    [InlineData("olena", """{"availability":2}""", 400, "invalid-request", "$.availability")]
    [InlineData("olena", "{", 400, "invalid-request", "$")]
    public async Task What_cannot_be_set_is_refused_with_the_reason(string employee, string body, int status, string problem, string? path)
    {
        await using var server = await WebTestServer.Start();
        using var client = await server.WithKey(AccessLevel.Supervisor);
        using var answer = await client.PutAsync($"/api/v1/employees/{employee}/availability", Json(body));
        var paths = await ProblemAssert.Is(answer, status, problem);
        if (path is not null) Assert.Equal([path], paths);
    }

    [Fact]
    public async Task Wrap_up_is_finished_once()
    {
        await using var server = await WebTestServer.Start();
        using var client = await server.WithKey(AccessLevel.Supervisor);
        using var first = await client.PostAsync("/api/v1/employees/oksana/wrap-up/finish", null);
        Assert.Equal("idle", (await first.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("activity").GetString());
        using var second = await client.PostAsync("/api/v1/employees/oksana/wrap-up/finish", null);
        await ProblemAssert.Is(second, 409, "not-in-wrap-up");
    }

    [Fact]
    public async Task A_client_is_linked_and_read_back()
    {
        await using var server = await WebTestServer.Start();
        using var client = await server.WithKey(AccessLevel.Supervisor);
        using var unknown = await client.GetAsync("/api/v1/clients/+380671234567");
        await ProblemAssert.Is(unknown, 404, "no-such-client");
        using var linked = await client.PutAsJsonAsync("/api/v1/clients/+380671234567", new { name = "Ольга", responsible = "olena" });
        Assert.Equal(HttpStatusCode.OK, linked.StatusCode);
        var read = await client.GetFromJsonAsync<JsonElement>("/api/v1/clients/%2B380671234567");
        Assert.Equal(("Ольга", "olena"), (read.GetProperty("name").GetString(), read.GetProperty("responsible").GetString()));
        using var invalid = await client.PutAsJsonAsync("/api/v1/clients/abc", new { name = "Ольга" });
        await ProblemAssert.Is(invalid, 422, "invalid-number");
    }

    [Fact]
    public async Task The_configuration_goes_out_and_comes_back_as_the_next_version()
    {
        await using var server = await WebTestServer.Start();
        using var client = await server.WithKey(AccessLevel.Administrator);
        using var export = await client.GetAsync("/api/v1/configuration");
        Assert.Equal("\"1\"", export.Headers.ETag?.Tag);
        var document = await export.Content.ReadAsStringAsync();
        using var import = await Import(client, document, "\"1\"");
        Assert.Equal(HttpStatusCode.OK, import.StatusCode);
        Assert.Equal("\"2\"", import.Headers.ETag?.Tag);
        using var late = await Import(client, document, "\"1\"");
        await ProblemAssert.Is(late, 412, "stale-version");
        using var regardless = await Import(client, document, null);
        Assert.Equal("\"3\"", regardless.Headers.ETag?.Tag);
        using var odd = await Import(client, document, "\"x\"");
        Assert.Equal(["If-Match"], await ProblemAssert.Is(odd, 400, "invalid-request"));
    }

    [Fact]
    public async Task An_unchanged_configuration_is_not_sent_again()
    {
        await using var server = await WebTestServer.Start();
        using var client = await server.WithKey(AccessLevel.Administrator);
        client.DefaultRequestHeaders.IfNoneMatch.Add(new EntityTagHeaderValue("\"1\""));
        using var answer = await client.GetAsync("/api/v1/configuration");
        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
    }

    [Theory]
    [InlineData("""{"name":"","timeZone":""}""", "$.name,$.timeZone")]
    [InlineData("""{"name":7}""", "$.name")]
    [InlineData("{", "$")]
    public async Task A_document_with_errors_is_refused_with_all_of_them_and_nothing_is_applied(string document, string paths)
    {
        await using var server = await WebTestServer.Start();
        using var client = await server.WithKey(AccessLevel.Administrator);
        using var import = await Import(client, document, null);
        Assert.Equal(paths, string.Join(',', await ProblemAssert.Is(import, 422, "invalid-configuration")));
        Assert.Empty(server.Silo.Projects.Sent);
        using var validated = await client.PostAsync("/api/v1/configuration/validate", Json(document));
        var validation = await validated.Content.ReadFromJsonAsync<JsonElement>();
        Assert.False(validation.GetProperty("valid").GetBoolean());
        var named = validation.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("path").GetString());
        Assert.Equal(paths, string.Join(',', named));
    }

    [Fact]
    public async Task A_warning_comes_with_the_version_that_it_did_not_prevent()
    {
        const string Shadowed = """
            {"name":"Нова","trunks":[{"id":"t","host":"10.0.0.1","addresses":[]}],"emergencyNumbers":[{"dialled":"112","trunk":"t"}],
            "employees":[{"id":"a","surname":"A","givenName":"A","extension":"112","mainContacts":[{"uri":"sip:a@10.0.0.2"}]}]}
            """;
        await using var server = await WebTestServer.Start();
        using var client = await server.WithKey(AccessLevel.Administrator);
        using var validated = await client.PostAsync("/api/v1/configuration/validate", Json(Shadowed));
        var validation = await validated.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(validation.GetProperty("valid").GetBoolean());
        Assert.Equal((0, 1), (validation.GetProperty("errors").GetArrayLength(), validation.GetProperty("warnings").GetArrayLength()));
        using var import = await Import(client, Shadowed, null);
        var published = await import.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(2, published.GetProperty("version").GetInt32());
        Assert.Equal("$.employees", published.GetProperty("warnings")[0].GetProperty("path").GetString());
    }

    [Fact]
    public async Task Versions_are_listed_and_each_can_be_read()
    {
        await using var server = await WebTestServer.Start();
        using var client = await server.WithKey(AccessLevel.Administrator);
        using var import = await Import(client, """{"name":"Нова назва"}""", null);
        var versions = await client.GetFromJsonAsync<JsonElement>("/api/v1/configuration/versions");
        Assert.Equal([2, 1], versions.EnumerateArray().Select(version => version.GetProperty("version").GetInt32()));
        Assert.Equal("test key", versions[0].GetProperty("author").GetString());
        var second = await client.GetFromJsonAsync<JsonElement>("/api/v1/configuration/versions/2");
        Assert.Equal("Нова назва", second.GetProperty("name").GetString());
        using var third = await client.GetAsync("/api/v1/configuration/versions/3");
        await ProblemAssert.Is(third, 404, "no-such-version");
    }

    [Fact]
    public async Task A_key_is_made_used_and_revoked()
    {
        await using var server = await WebTestServer.Start();
        using var admin = await server.WithKey(AccessLevel.Administrator);
        using var made = await admin.PostAsJsonAsync("/api/v1/keys", new { name = "hall", access = "supervisor" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var answer = await made.Content.ReadFromJsonAsync<JsonElement>();
        using var hall = server.Nobody();
        hall.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", answer.GetProperty("secret").GetString());
        Assert.Equal(HttpStatusCode.OK, (await hall.GetAsync("/api/v1/board")).StatusCode);
        var list = await admin.GetStringAsync("/api/v1/keys");
        Assert.Contains("hall", list, StringComparison.Ordinal);
        Assert.DoesNotContain(answer.GetProperty("secret").GetString()!, list, StringComparison.Ordinal);
        using var revoked = await admin.DeleteAsync(made.Headers.Location);
        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        using var refused = await hall.GetAsync("/api/v1/board");
        await ProblemAssert.Is(refused, 401, "key-refused");
        using var again = await admin.DeleteAsync(made.Headers.Location);
        await ProblemAssert.Is(again, 404, "no-such-key");
    }

    [Fact]
    public async Task A_key_needs_a_name_and_more_than_an_employees_access()
    {
        await using var server = await WebTestServer.Start();
        using var admin = await server.WithKey(AccessLevel.Administrator);
        using var answer = await admin.PostAsJsonAsync("/api/v1/keys", new { name = " ", access = "employee" });
        Assert.Equal(["$.name", "$.access"], await ProblemAssert.Is(answer, 422, "invalid-value"));
        using var hidden = await admin.PostAsJsonAsync("/api/v1/keys", new { name = "hall\u202Ellah", access = "supervisor" });
        Assert.Equal(["$.name"], await ProblemAssert.Is(hidden, 422, "invalid-value"));
    }

    [Fact]
    public async Task A_password_is_set_and_a_short_one_is_not()
    {
        await using var server = await WebTestServer.Start();
        using var admin = await server.WithKey(AccessLevel.Administrator);
        using var set = await admin.PutAsJsonAsync($"/api/v1/sign-ins/{SampleProject.Employee}/password",
            new { password = "a new long password" });
        Assert.Equal(HttpStatusCode.NoContent, set.StatusCode);
        Assert.Single(await server.Silo.SignIns.Check(SampleProject.Employee, "a new long password"));
        using var brief = await admin.PutAsJsonAsync("/api/v1/sign-ins/admin/password", new { password = "short" });
        Assert.Equal(["$.password"], await ProblemAssert.Is(brief, 422, "invalid-value"));
        using var bell = await admin.PutAsJsonAsync("/api/v1/sign-ins/admin/password", new { password = "long enough\u0007" });
        Assert.Equal(["$.password"], await ProblemAssert.Is(bell, 422, "invalid-value"));
        using var nobody = await admin.PutAsJsonAsync("/api/v1/sign-ins/nobody/password", new { password = "a new long password" });
        await ProblemAssert.Is(nobody, 404, "no-such-sign-in");
    }

    [Fact]
    public async Task A_body_that_is_too_large_wrong_or_misplaced_is_a_problem_too()
    {
        await using var server = await WebTestServer.Start();
        using var client = await server.WithKey(AccessLevel.Administrator);
        var large = new { name = new string('x', 20_000) };
        using var tooLarge = await client.PutAsJsonAsync("/api/v1/clients/+380671234567", large);
        await ProblemAssert.Is(tooLarge, 413, "body-too-large");
        using var text = await client.PutAsync("/api/v1/clients/+380671234567", new StringContent("name=x", Encoding.UTF8, "text/plain"));
        await ProblemAssert.Is(text, 415, "wrong-media-type");
        using var misplaced = await client.PutAsync("/api/v1/board", Json("{}"));
        await ProblemAssert.Is(misplaced, 405, "method-not-allowed");
        using var unknown = await client.GetAsync("/api/v1/nothing");
        await ProblemAssert.Is(unknown, 404, "no-such-endpoint");
        using var notANumber = await client.GetAsync("/api/v1/calls/seven");
        await ProblemAssert.Is(notANumber, 404, "no-such-endpoint");
    }

    [Fact]
    public void Every_refusal_has_a_problem()
    {
        foreach (var refusal in Enum.GetValues<Refusal>()) Assert.InRange(RefusalProblems.KindOf(refusal).Status, 400, 599);
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static async Task<HttpResponseMessage> Import(HttpClient client, string document, string? ifMatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/configuration") { Content = Json(document) };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await client.SendAsync(request);
    }
}
