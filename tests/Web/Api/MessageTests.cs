using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Tests.Shared.Ports;

namespace CallCenter.Web.Tests.Api;

/// <summary>Messages that wait: who sees them, who says that they are done.</summary>
public sealed class MessageTests
{
    [Fact]
    public async Task The_messages_of_an_employee_are_listed_with_whose_they_are()
    {
        await using var server = await WebTestServer.Start();
        using var client = await server.WithKey(AccessLevel.Supervisor);

        var message = Assert.Single((await client.GetFromJsonAsync<JsonElement>("/api/v1/messages?employee=olena")).EnumerateArray());

        Assert.Equal(
            (6, "+380677778899", "sales", "Продажі", 23_000),
            (message.GetProperty("call").GetInt32(), message.GetProperty("clientNumber").GetString(),
                message.GetProperty("department").GetString(), message.GetProperty("departmentName").GetString(),
                message.GetProperty("durationMs").GetInt32()));
        Assert.Equal(JsonValueKind.Null, message.GetProperty("employee").ValueKind);
        Assert.Empty((await client.GetFromJsonAsync<JsonElement>("/api/v1/messages?employee=taras")).EnumerateArray());
    }

    [Fact]
    public async Task Whose_has_to_be_said_by_a_key_and_not_by_an_employee()
    {
        await using var server = await WebTestServer.Start();
        using var key = await server.WithKey(AccessLevel.Supervisor);
        using var unsaid = await key.GetAsync("/api/v1/messages");
        Assert.Equal(["employee"], await ProblemAssert.Is(unsaid, 400, "invalid-request"));
        using var nobody = await key.GetAsync("/api/v1/messages?employee=nobody");
        await ProblemAssert.Is(nobody, 404, "no-such-employee");

        using var olena = await server.SignedIn(SampleProject.Employee);
        Assert.Single((await olena.GetFromJsonAsync<JsonElement>("/api/v1/messages")).EnumerateArray());
        using var others = await olena.GetAsync("/api/v1/messages?employee=ivan");
        await ProblemAssert.Is(others, 404, "no-such-employee");
    }

    [Fact]
    public async Task A_message_is_done_once()
    {
        await using var server = await WebTestServer.Start();
        using var client = await server.WithKey(AccessLevel.Supervisor);
        using var first = await client.PostAsync("/api/v1/messages/6/done", null);
        Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);
        Assert.Equal(new FinishMessage(new(6), "test key"), Assert.Single(server.Silo.Projects.Sent));
        using var second = await client.PostAsync("/api/v1/messages/6/done", null);
        await ProblemAssert.Is(second, 409, "too-late");
    }

    [Theory]
    [InlineData(SampleProject.Employee, true)]
    [InlineData("taras@example.com", false)]
    [InlineData(SampleProject.Supervisor, true)]
    public async Task Only_whoever_sees_a_message_says_that_it_is_done(string who, bool may)
    {
        await using var server = await WebTestServer.Start();
        using var client = await server.SignedIn(who);
        client.DefaultRequestHeaders.Add("X-Requested-With", "fetch");
        using var answer = await client.PostAsync("/api/v1/messages/6/done", null);
        Assert.Equal(may ? HttpStatusCode.NoContent : HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(may ? 0 : 1, server.Silo.Projects.Messages.Count);
    }

    [Theory]
    [InlineData("sales", true)]
    [InlineData("support", false)]
    public async Task A_supervisor_of_some_departments_acts_on_theirs(string department, bool may)
    {
        await using var server = await WebTestServer.Start();
        server.With(document => document with
        {
            Departments = [.. document.Departments.Select(one => one with { Members = [.. one.Members.Where(m => m.Employee != "head")] })],
            Employees = [.. document.Employees.Select(one => one.Id == "head" ? one with { Supervises = [department] } : one)],
        });
        server.Silo.Projects.Change(board => board with
        {
            Employees = [.. board.Employees.Select(one => one.Id.Value == "head" ? one with { Departments = [] } : one)],
        });
        using var client = await server.SignedIn(SampleProject.Supervisor);
        client.DefaultRequestHeaders.Add("X-Requested-With", "fetch");
        using var answer = await client.PostAsync("/api/v1/messages/6/done", null);
        Assert.Equal(may ? HttpStatusCode.NoContent : HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_calls_answer_has_steps_and_rating()
    {
        await using var server = await WebTestServer.Start();
        server.With(document => document with { Menus = [SampleSteps.Menu] });
        server.Silo.History.Cards.RemoveAll(card => card.Record.Call == SampleSteps.Rated.Record.Call);
        server.Silo.History.Cards.AddRange([SampleSteps.Message, SampleSteps.Rated]);
        using var client = await server.WithKey(AccessLevel.Supervisor);

        var card = await client.GetFromJsonAsync<JsonElement>("/api/v1/calls/6");
        Assert.Equal("voicemail", card.GetProperty("call").GetProperty("outcome").GetString());
        Assert.Equal(
            ["menu Головне 2 chosen", "voicemail   message", "farewell   heard"],
            card.GetProperty("steps").EnumerateArray().Select(step => string.Join(
                ' ', step.GetProperty("kind").GetString(), step.GetProperty("menuName").GetString(), step.GetProperty("keys").GetString(),
                step.GetProperty("end").GetString())));
        var list = await client.GetFromJsonAsync<JsonElement>("/api/v1/calls?outcome=answered&employee=olena");
        Assert.Equal(4, list.GetProperty("calls")[0].GetProperty("rating").GetInt32());
        var csv = await client.GetStringAsync("/api/v1/calls?format=csv&employee=olena&outcome=answered");
        Assert.EndsWith(",4", csv.Split("\r\n")[1], StringComparison.Ordinal);
    }
}
