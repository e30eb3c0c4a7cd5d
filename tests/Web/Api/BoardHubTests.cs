using System.Net.WebSockets;
using System.Text.Json;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Tests.Shared;
using CallCenter.Tests.Shared.Ports;
using CallCenter.Web.Hubs;

namespace CallCenter.Web.Tests.Api;

public sealed class BoardHubTests
{
    [Fact]
    public async Task A_wallboard_gets_the_whole_board_and_then_only_what_changes()
    {
        await using var server = await WebTestServer.Start();
        using var wallboard = await Connect(server);
        await wallboard.Invoke("Subscribe");
        var snapshot = await wallboard.Next("snapshot");
        Assert.Equal(server.Silo.Projects.Current.Sequence, snapshot.GetProperty("sequence").GetInt64());
        Assert.Equal(5, snapshot.GetProperty("board").GetProperty("employees").GetArrayLength());
        await Followed(server);

        var before = server.Silo.Projects.Current.Sequence;
        server.Silo.Projects.Change(board => board with
        {
            Employees =
            [
                .. board.Employees.Select(line => line with
                {
                    CallsToday = line.Id.Value == "olena" ? 4 : line.CallsToday,
                    Departments = [.. line.Departments],
                }),
            ],
            Calls = [.. board.Calls.Where(call => call.Id.Value != 8)],
        });

        var delta = await wallboard.Next("delta");
        Assert.Equal(before, delta.GetProperty("from").GetInt64());
        Assert.Equal(before + 1, delta.GetProperty("to").GetInt64());
        Assert.Equal("olena", Assert.Single(delta.GetProperty("employees").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal(8, Assert.Single(delta.GetProperty("removedCalls").EnumerateArray()).GetInt64());
        Assert.Equal(0, delta.GetProperty("departments").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, delta.GetProperty("today").ValueKind);
    }

    [Fact]
    public async Task Deltas_form_an_unbroken_chain()
    {
        await using var server = await WebTestServer.Start();
        using var wallboard = await Connect(server);
        await wallboard.Invoke("Subscribe");
        var at = (await wallboard.Next("snapshot")).GetProperty("sequence").GetInt64();
        await Followed(server);
        for (var i = 0; i < 20; i++) server.Silo.Projects.Change(Count);
        var end = server.Silo.Projects.Current.Sequence;
        while (at < end)
        {
            var delta = await wallboard.Next("delta");
            Assert.Equal(at, delta.GetProperty("from").GetInt64());
            at = delta.GetProperty("to").GetInt64();
        }
    }

    [Fact]
    public async Task Resume_gives_only_what_was_missed()
    {
        await using var server = await WebTestServer.Start();
        long at;
        using (var first = await Connect(server))
        {
            await first.Invoke("Subscribe");
            at = (await first.Next("snapshot")).GetProperty("sequence").GetInt64();
            await Followed(server);
            server.Silo.Projects.Change(Count);
            await first.Next("delta");
        }

        using var again = await Connect(server);
        await again.Invoke("Resume", at);
        var delta = await again.Next("delta");
        Assert.Equal(at, delta.GetProperty("from").GetInt64());
        Assert.Equal(at + 1, delta.GetProperty("to").GetInt64());
    }

    [Fact]
    public async Task Resume_from_a_sequence_that_is_no_longer_kept_gives_a_snapshot()
    {
        await using var server = await WebTestServer.Start();
        using var wallboard = await Connect(server);
        await wallboard.Invoke("Resume", 3);
        var snapshot = await wallboard.Next("snapshot");
        Assert.Equal(server.Silo.Projects.Current.Sequence, snapshot.GetProperty("sequence").GetInt64());
    }

    [Fact]
    public async Task A_supervisor_follows_by_his_sign_in()
    {
        await using var server = await WebTestServer.Start();
        var cookie = $"{server.CookieName}={await server.CookieOf(SampleProject.Supervisor)}";
        using var wallboard = await HubClient.Connect(server.Address, "/hubs/board", cookie: cookie);
        await wallboard.Invoke("Subscribe");
        Assert.Equal("main", (await wallboard.Next("snapshot")).GetProperty("board").GetProperty("project").GetString());
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("key-unknown", null)]
    [InlineData(null, SampleProject.Employee)]
    public async Task Strangers_and_employees_are_refused(string? key, string? person)
    {
        await using var server = await WebTestServer.Start();
        var cookie = person is null ? null : $"{server.CookieName}={await server.CookieOf(person)}";
        await Assert.ThrowsAsync<WebSocketException>(() => HubClient.Connect(server.Address, "/hubs/board", key, cookie));
    }

    [Fact]
    public async Task Revoking_a_key_ends_its_connections()
    {
        await using var server = await WebTestServer.Start();
        using var admin = await server.WithKey(AccessLevel.Administrator);
        var (key, clearText) = await server.Silo.SignIns.CreateKey(FakeSilo.Project, "hall", AccessLevel.Supervisor);
        using var wallboard = await HubClient.Connect(server.Address, "/hubs/board", clearText);
        await wallboard.Invoke("Subscribe");
        await wallboard.Next("snapshot");
        using var answer = await admin.DeleteAsync($"/api/v1/keys/{key.Id}");
        Assert.True(answer.IsSuccessStatusCode);
        await wallboard.Ended();
    }

    [Fact]
    public void A_delta_names_new_changed_and_removed_lines_of_every_kind()
    {
        var before = SampleProject.Board(SampleProject.Configuration);
        var arrived = before.Calls[1] with { Id = new CallId(9) };
        var after = before with
        {
            Sequence = before.Sequence + 3,
            Departments = [before.Departments[0] with { Waiting = 2 }],
            Employees = [.. before.Employees.Skip(1)],
            Calls =
            [
                before.Calls[0] with { With = [new EmployeeId("ivan")] },
                before.Calls[1] with { With = [new EmployeeId("olena")] },
                arrived,
            ],
            Today = before.Today with { Live = 3 },
        };
        var delta = BoardDiff.Between(before, after);
        Assert.Equal(["sales"], delta.Departments.Select(line => line.Id.Value));
        Assert.Equal(["support"], delta.RemovedDepartments.Select(id => id.Value));
        Assert.Empty(delta.Employees);
        Assert.Equal(["head"], delta.RemovedEmployees.Select(id => id.Value));
        Assert.Equal([8, 9], delta.Calls.Select(line => line.Id.Value));
        Assert.Empty(delta.RemovedCalls);
        Assert.Equal(3, delta.Today?.Live);
    }

    [Fact]
    public void A_delta_finds_lines_in_another_order()
    {
        var before = SampleProject.Board(SampleProject.Configuration);
        var after = before with
        {
            Employees = [before.Employees[^1], .. before.Employees.SkipLast(1).Select(line => line with { CallsToday = 99 })],
            Calls = [.. before.Calls.Skip(1)],
        };
        var delta = BoardDiff.Between(before, after);
        Assert.Equal(before.Employees.SkipLast(1).Select(line => line.Id.Value), delta.Employees.Select(line => line.Id.Value));
        Assert.Empty(delta.RemovedEmployees);
        Assert.Empty(delta.Calls);
        Assert.Equal([before.Calls[0].Id], delta.RemovedCalls);
    }

    [Fact]
    public async Task Lines_look_the_same_in_a_delta_and_in_a_snapshot()
    {
        await using var server = await WebTestServer.Start();
        using var wallboard = await Connect(server);
        await wallboard.Invoke("Subscribe");
        await wallboard.Next("snapshot");
        await Followed(server);
        server.Silo.Projects.Change(board => Count(board) with
        {
            Departments = [.. board.Departments.Select(line => line with { Offered = line.Offered + 1, AverageSpeedOfAnswerMs = 1500 })],
            Employees =
            [
                .. board.Employees.Select(line => line with
                {
                    CallsToday = line.CallsToday + 1,
                    Client = "\"Ліда\" <1>",
                    State = line.State with { Until = line.State.Since + 1, Reason = "lunch", Call = new CallId(7) },
                }),
            ],
            Calls =
            [
                .. board.Calls.Select(line => line with { Priority = line.Priority + 1, External = "+380671234567", ClientName = "Ї" }),
                board.Calls[0] with
                {
                    Id = new CallId(10), HelpSince = SampleProject.Start,
                    Supervisors = [new(new("head"), SupervisionMode.Whisper, true), new(new("taras"), SupervisionMode.Listen, false)],
                },
            ],
        });
        var delta = await wallboard.Next("delta");
        await wallboard.Invoke("Subscribe");
        var snapshot = (await wallboard.Next("snapshot")).GetProperty("board");
        foreach (var part in new[] { "departments", "employees", "calls", "today" })
            Assert.Equal(snapshot.GetProperty(part).GetRawText(), delta.GetProperty(part).GetRawText());
        Assert.Equal(snapshot.GetProperty("takenAt").GetRawText(), delta.GetProperty("takenAt").GetRawText());
    }

    [Fact]
    public async Task Many_wallboards_get_the_same_bytes()
    {
        await using var server = await WebTestServer.Start();
        using var one = await Connect(server);
        using var other = await Connect(server);
        await one.Invoke("Subscribe");
        await other.Invoke("Subscribe");
        Assert.Equal((await one.Next("snapshot")).GetRawText(), (await other.Next("snapshot")).GetRawText());
        await Followed(server);
        server.Silo.Projects.Change(Count);
        Assert.Equal((await one.Next("delta")).GetRawText(), (await other.Next("delta")).GetRawText());
    }

    [Fact]
    public async Task When_the_last_wallboard_is_gone_nobody_follows_and_the_next_one_begins_anew()
    {
        await using var server = await WebTestServer.Start();
        using (var one = await Connect(server))
        {
            await one.Invoke("Subscribe");
            await one.Next("snapshot");
            await Followed(server);
        }

        await Eventually.Holds(() => server.Silo.Projects.Followers == 0, TimeSpan.FromSeconds(45));
        using var other = await Connect(server);
        await other.Invoke("Subscribe");
        await other.Next("snapshot");
        await Followed(server);
        server.Silo.Projects.Change(Count);
        await other.Next("delta");
    }

    private static async Task<HubClient> Connect(WebTestServer server)
    {
        var (_, clearText) = await server.Silo.SignIns.CreateKey(FakeSilo.Project, "hall", AccessLevel.Supervisor);
        return await HubClient.Connect(server.Address, "/hubs/board", clearText);
    }

    private static Task Followed(WebTestServer server) => Eventually.Holds(() => server.Silo.Projects.Followers == 1);

    private static BoardSnapshot Count(BoardSnapshot board) =>
        board with { Today = board.Today with { Incoming = board.Today.Incoming + 1 } };
}
