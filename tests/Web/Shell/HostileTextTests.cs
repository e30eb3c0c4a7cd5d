using CallCenter.Abstractions;
using CallCenter.Web.Api.Calls;
using CallCenter.Web.Live;
using CallCenter.Web.Tests.Api;

namespace CallCenter.Web.Tests.Shell;

/// <summary>Whoever calls chooses his name and number; whoever is shown them must not run them.</summary>
public sealed class HostileTextTests(HostileTextTests.HostileServer hostile) : IClassFixture<HostileTextTests.HostileServer>
{
    private const string Hostile = "\"'><img src=x onerror=alert(1)>{{7*7}}</script>";

    private readonly WebTestServer _server = hostile.Server;

    [Theory]
    [InlineData("/board")]
    [InlineData("/board?wall=1")]
    [InlineData("/desk/ivan")]
    [InlineData("/journal?period=custom")]
    [InlineData("/journal?period=custom&call=1")]
    [InlineData("/journal/1")]
    [InlineData("/journal/2")]
    [InlineData("/journal?number=%22%3E%3Cimg%20src=x%3E&department=%22%3E%3Cimg%20src=x%3E&employee=%22%3E%3Cimg%20src=x%3E")]
    [InlineData("/board?department=%22%3E%3Cimg%20src=x%3E&find=%22%3E%3Cimg%20src=x%3E")]
    [InlineData("/settings/people?find=%22%3E%3Cimg%20src=x%3E")]
    [InlineData("/sign-in?returnUrl=%22%3E%3Cimg%20src=x%3E")]
    [InlineData("/desk/%22%3E%3Cimg%20src=x%3E")]
    [InlineData("/%22%3E%3Cimg%20src=x%3E")]
    public async Task A_page_shows_it_as_text(string address)
    {
        using var admin = await _server.SignedIn("admin");
        using var answer = await admin.GetAsync(address);
        IsText(await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("board", "")]
    [InlineData("desk", "ivan")]
    public async Task A_live_update_carries_it_as_text(string region, string argument)
    {
        var cookie = $"{_server.CookieName}={await _server.CookieOf("admin")}";
        using var viewer = await HubClient.Connect(_server.Address, LiveArea.HubPath, cookie: cookie);
        await viewer.Stream("Watch", region, argument, "uk", null, 0);
        foreach (var fragment in (await viewer.NextItem()).GetProperty("html").EnumerateObject()) IsText(fragment.Value.GetString()!);
    }

    [Fact]
    public async Task The_api_says_it_as_json_that_no_browser_takes_for_a_page()
    {
        using var admin = await _server.SignedIn("admin");
        using var answer = await admin.GetAsync("/api/v1/calls");

        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", string.Join("", answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("+380671112233", "+380671112233")]
    [InlineData("+380671112233+cmd", "'+380671112233+cmd")]
    [InlineData("  =1+1", "  '=1+1")]
    [InlineData("\t=1+1", "'=1+1")]
    [InlineData("\uFF1D1+1", "'\uFF1D1+1")]
    [InlineData("Anna;=HYPERLINK(\"http://evil.example\")", "Anna;'=HYPERLINK(\"http://evil.example\")")]
    [InlineData("Anna; =1+1", "Anna; '=1+1")]
    [InlineData("Anna\n=1+1", "Anna =1+1")]
    [InlineData("\u001B[31mAn\u0007na\u202E", "[31mAn na")]
    [InlineData("a=b; c-d", "a=b; c-d")]
    [InlineData("Олена Коваль-Гнат", "Олена Коваль-Гнат")]
    [InlineData("", "")]
    public void A_spreadsheet_shows_it_as_text_whatever_its_list_separator_is(string text, string expected) =>
        Assert.Equal(expected, CsvText.Safe(text));

    private static void IsText(string html)
    {
        Assert.DoesNotContain("<img src=x", html, StringComparison.OrdinalIgnoreCase);
        // An unescaped quote in front of it would end an attribute.
        Assert.DoesNotContain("\"'&gt;&lt;img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript:", html, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Everything on its board and in its history is hostile.</summary>
    public sealed class HostileServer : SharedWebServer
    {
        protected override void Prepare(WebTestServer server)
        {
            server.Silo.Projects.Change(board => board with
            {
                Calls = [.. board.Calls.Select(call => call with
                {
                    ClientName = Hostile, ClientNumber = Hostile, Dialled = Hostile, DialledNumber = Hostile, External = Hostile,
                })],
                Employees = [.. board.Employees.Select(line => line with
                {
                    Name = Hostile, Extension = Hostile, Client = Hostile, State = line.State with { Reason = Hostile },
                })],
                Departments = [.. board.Departments.Select(line => line with { Name = Hostile })],
            });
            var cards = server.Silo.History.Cards;
            for (var i = 0; i < cards.Count; i++)
            {
                var record = cards[i].Record;
                cards[i] = cards[i] with
                {
                    Record = record with
                    {
                        ClientName = Hostile,
                        ClientNumber = Hostile,
                        Dialled = Hostile,
                        DialledNumber = Hostile,
                        ShownNumber = Hostile,
                        SipCallId = Hostile,
                        Department = new DepartmentId(Hostile),
                        Employee = new EmployeeId(Hostile),
                        Legs = [.. record.Legs.Select(leg => leg with { Target = Hostile })],
                    },
                };
            }
        }
    }
}
