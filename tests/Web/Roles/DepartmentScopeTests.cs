using System.Net;
using CallCenter.Tests.Shared.Ports;

namespace CallCenter.Web.Tests.Roles;

/// <summary>A supervisor of one department sees and does what is of that department, by page, hub and API alike.</summary>
public sealed class DepartmentScopeTests : IAsyncLifetime
{
    private WebTestServer _server = null!;
    private HttpClient _head = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await WebTestServer.Start();
        _server.With(document => document with
        {
            Employees =
            [
                .. document.Employees.Select(one => one.Email == SampleProject.Supervisor ? one with { Supervises = ["support"] } : one),
            ],
        });
        _head = await _server.SignedIn(SampleProject.Supervisor);
        _head.DefaultRequestHeaders.Add("X-Requested-With", "fetch");
        var cards = _server.Silo.History.Cards;
        cards[0] = cards[0] with { Record = cards[0].Record with { Department = new("support") } };
    }

    public ValueTask DisposeAsync()
    {
        _head.Dispose();
        return _server.DisposeAsync();
    }

    [Theory]
    [InlineData("/board")]
    [InlineData("/board?department=sales")]
    [InlineData("/board?department=sales&department=support")]
    public async Task The_board_shows_his_department_whatever_is_asked_for(string address)
    {
        var page = await _head.GetStringAsync(address);

        Assert.Contains("data-key=\"d-support\"", page, StringComparison.Ordinal);
        Assert.Contains("data-key=\"p-taras\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-key=\"d-sales\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-key=\"p-olena\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-key=\"c-7\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/desk/taras", HttpStatusCode.OK)]
    [InlineData("/desk/head", HttpStatusCode.OK)]
    [InlineData("/desk/olena", HttpStatusCode.Forbidden)]
    [InlineData("/desk/olena/last-calls", HttpStatusCode.Forbidden)]
    [InlineData("/hubs/board", HttpStatusCode.Forbidden)]
    [InlineData("/api/v1/board", HttpStatusCode.Forbidden)]
    [InlineData("/api/v1/clients/380671112233", HttpStatusCode.Forbidden)]
    [InlineData("/api/v1/employees/taras", HttpStatusCode.OK)]
    [InlineData("/api/v1/employees/olena", HttpStatusCode.NotFound)]
    public async Task What_is_of_others_is_not_shown(string address, HttpStatusCode expected)
    {
        using var answer = await _head.GetAsync(address);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task The_list_of_employees_is_that_of_his_department_and_himself()
    {
        var list = await _head.GetStringAsync("/api/v1/employees");

        Assert.Contains("\"taras\"", list, StringComparison.Ordinal);
        Assert.Contains("\"head\"", list, StringComparison.Ordinal);
        Assert.DoesNotContain("\"olena\"", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_of_another_department_is_not_ended()
    {
        using var answer = await _head.PostAsync("/api/v1/calls/7/end", null);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(_server.Silo.Projects.Sent);
    }

    [Fact]
    public async Task Only_calls_of_his_department_are_in_the_journal_and_in_exports()
    {
        var others = _server.Silo.History.Cards.Where(card => (card.Record.Department ?? card.Record.FirstDepartment)?.Value != "support");
        var hidden = others.First().Record;
        Assert.Contains(_server.Silo.History.Cards, card => (card.Record.Department ?? card.Record.FirstDepartment)?.Value == "support");

        var list = await _head.GetStringAsync("/api/v1/calls?size=500");
        Assert.DoesNotContain($"\"id\":{hidden.Call}", list, StringComparison.Ordinal);
        using var card = await _head.GetAsync($"/api/v1/calls/{hidden.Call}");
        Assert.Equal(HttpStatusCode.NotFound, card.StatusCode);
        var page = await _head.GetStringAsync($"/journal/{hidden.Call}");
        Assert.DoesNotContain(hidden.SipCallId, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task His_own_calls_he_sees_whatever_department_they_are_of()
    {
        var cards = _server.Silo.History.Cards;
        var leg = cards[1].Record.Legs[0] with { Employee = new("head"), AnsweredAt = SampleProject.Start };
        cards[1] = cards[1] with { Record = cards[1].Record with { Legs = [leg] } };

        using var card = await _head.GetAsync($"/api/v1/calls/{cards[1].Record.Call}");
        Assert.Equal(HttpStatusCode.OK, card.StatusCode);
        Assert.Contains($"\"id\":{cards[1].Record.Call}", await _head.GetStringAsync("/api/v1/calls?size=500"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_department_ends_his_sign_in()
    {
        _server.With(document => document with
        {
            Employees =
            [
                .. document.Employees.Select(one => one.Email == SampleProject.Supervisor ? one with { Supervises = ["sales"] } : one),
            ],
        });

        using var answer = await _head.GetAsync("/board");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/sign-in", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }
}
