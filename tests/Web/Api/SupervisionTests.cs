using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Tests.Shared.Ports;

namespace CallCenter.Web.Tests.Api;

/// <summary>Hearing conversations while they go on: who may, who is named, who gets to know of it.</summary>
public sealed class SupervisionTests : IAsyncLifetime
{
    private const string Supervision = "/api/v1/calls/7/supervision";
    private static readonly EmployeeId Head = new("head");

    private WebTestServer _server = null!;

    private IReadOnlyList<ProjectCommand> Sent => _server.Silo.Projects.Sent;

    public async ValueTask InitializeAsync() => _server = await WebTestServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_key_names_the_supervisor_and_the_board_shows_him()
    {
        using var key = await _server.WithKey(AccessLevel.Supervisor);

        using var answer = await key.PutAsJsonAsync(Supervision, new { mode = "whisper", supervisor = "head" });

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(new SuperviseCall(new(7), Head, SupervisionMode.Whisper), Assert.Single(Sent));
        var board = await key.GetFromJsonAsync<JsonElement>("/api/v1/board");
        var listener = Assert.Single(board.GetProperty("calls")[0].GetProperty("listeners").EnumerateArray());
        Assert.Equal("""{"employee":"head","mode":"whisper","listens":true}""", listener.GetRawText());
    }

    [Fact]
    public async Task A_supervisor_hears_himself_changes_the_mode_and_stops_once()
    {
        using var head = await Person(SampleProject.Supervisor);

        (await head.PutAsJsonAsync(Supervision, new { mode = "listen" })).EnsureSuccessStatusCode();
        (await head.PutAsJsonAsync(Supervision, new { mode = "join" })).EnsureSuccessStatusCode();
        (await head.DeleteAsync(Supervision)).EnsureSuccessStatusCode();
        using var again = await head.DeleteAsync(Supervision);
        await ProblemAssert.Is(again, 409, "too-late");

        Assert.Equal(
            [
                new SuperviseCall(new(7), Head, SupervisionMode.Listen), new SuperviseCall(new(7), Head, SupervisionMode.Join),
                new EndSupervision(new(7), Head), new EndSupervision(new(7), Head),
            ],
            Sent);
        Assert.Equal(
            [(AuditKind.CallSupervised, "7", "listen"), (AuditKind.CallSupervised, "7", "join"), (AuditKind.SupervisionEnded, "7", null)],
            _server.Silo.Projects.Noted.Select(entry => (entry.Kind, entry.Target, entry.Detail)));
    }

    [Fact]
    public async Task Whoever_listens_takes_the_call_over_and_nobody_else_does()
    {
        using var key = await _server.WithKey(AccessLevel.Administrator);
        using var early = await key.PostAsync("/api/v1/calls/7/take-over?supervisor=head", null);
        await ProblemAssert.Is(early, 409, "too-late");

        (await key.PutAsJsonAsync(Supervision, new { mode = "listen", supervisor = "head" })).EnsureSuccessStatusCode();
        using var taken = await key.PostAsync("/api/v1/calls/7/take-over?supervisor=head", null);

        Assert.Equal(HttpStatusCode.NoContent, taken.StatusCode);
        Assert.Equal([Head], _server.Silo.Projects.Current.Calls[0].With);
        var noted = _server.Silo.Projects.Noted[^1];
        Assert.Equal((AuditKind.CallTakenOver, "7", "head"), (noted.Kind, noted.Target, noted.Detail));
    }

    [Theory]
    [InlineData("""{"mode":"listen"}""", 400, "invalid-request", "$.supervisor")]
    [InlineData("""{"mode":"shout","supervisor":"head"}""", 400, "invalid-request", "$.mode")]
    [InlineData("""{"supervisor":"head"}""", 400, "invalid-request", "$.mode")]
    [InlineData("""{"mode":"listen","supervisor":"nobody"}""", 404, "no-such-employee", null)]
    [InlineData("""{"mode":"listen","supervisor":"olena"}""", 404, "no-such-employee", null)]
    public async Task Whoever_is_named_has_to_be_a_supervisor(string body, int status, string problem, string? path)
    {
        using var key = await _server.WithKey(AccessLevel.Administrator);

        using var answer = await key.PutAsync(Supervision, new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        var paths = await ProblemAssert.Is(answer, status, problem);
        Assert.Equal(path is null ? [] : [path], paths);
        Assert.Empty(Sent);
    }

    [Theory]
    [InlineData(8, 422, "invalid-value")]
    [InlineData(99, 404, "no-such-call")]
    public async Task What_the_project_refuses_is_told(int call, int status, string problem)
    {
        using var head = await Person(SampleProject.Supervisor);
        using var answer = await head.PutAsJsonAsync($"/api/v1/calls/{call}/supervision", new { mode = "listen" });
        await ProblemAssert.Is(answer, status, problem);
        Assert.Empty(_server.Silo.Projects.Noted);
    }

    [Fact]
    public async Task Employees_may_not()
    {
        using var olena = await Person(SampleProject.Employee);
        using var answer = await olena.PutAsJsonAsync(Supervision, new { mode = "listen" });
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Calls_of_other_departments_are_heard_neither_by_oneself_nor_by_being_named()
    {
        _server.With(document => document with
        {
            Employees = [.. document.Employees.Select(one => one.Id == "head" ? one with { Supervises = ["support"] } : one)],
        });
        using var head = await Person(SampleProject.Supervisor);
        using var own = await head.PutAsJsonAsync(Supervision, new { mode = "listen" });
        await ProblemAssert.Is(own, 404, "no-such-call");
        using var key = await _server.WithKey(AccessLevel.Administrator);
        using var named = await key.PutAsJsonAsync(Supervision, new { mode = "listen", supervisor = "head" });
        await ProblemAssert.Is(named, 404, "no-such-employee");
        Assert.Empty(Sent);
    }

    [Theory]
    [InlineData("ivan@example.com", 0)]
    [InlineData(SampleProject.Supervisor, 1)]
    public async Task Whoever_is_listened_to_is_not_told(string who, int listeners)
    {
        using var key = await _server.WithKey(AccessLevel.Supervisor);
        (await key.PutAsJsonAsync(Supervision, new { mode = "listen", supervisor = "head" })).EnsureSuccessStatusCode();
        using var person = await Person(who);

        var ivan = await person.GetFromJsonAsync<JsonElement>("/api/v1/employees/ivan");

        Assert.Equal(listeners, ivan.GetProperty("liveCall").GetProperty("listeners").GetArrayLength());
    }

    private async Task<HttpClient> Person(string name)
    {
        var client = await _server.SignedIn(name);
        client.DefaultRequestHeaders.Add("X-Requested-With", "fetch");
        return client;
    }
}
