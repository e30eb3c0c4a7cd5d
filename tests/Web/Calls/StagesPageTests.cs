using System.Net;
using System.Text.RegularExpressions;
using CallCenter.Abstractions;
using CallCenter.Abstractions.History;
using CallCenter.Tests.Shared;
using CallCenter.Tests.Shared.Ports;
using CallCenter.Web.Tests.Browser;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CallCenter.Web.Tests.Calls;

/// <summary>The page of conversations and their stages: figures worked out by hand, for whom, and the way to the moment.</summary>
public sealed partial class StagesPageTests(BrowserFixture browser)
{
    private const string AnyTime = "/conversations?period=custom";
    private static readonly string Pictures = Path.Combine(AppContext.BaseDirectory, "pictures");

    [Fact]
    public async Task The_numbers_are_those_worked_out_by_hand()
    {
        await using var server = await Start();
        var page = await browser.Open(server, AnyTime + "&employee=olena", script: false);
        await Expect(page.Locator(".stages-finding")).ToHaveTextAsync("In tenth 6 Олена Коваль speaks 0% of the time, Продажі 33%.");
        await Expect(page.Locator(".stages-said")).ToContainTextAsync("The client’s speech falls most in tenth 7: from 100% to 50%");
        var rows = await Cells(page, ".stage-table tbody tr");
        Assert.Equal("1 50% 50% 0% 0% 50% 67% 33% 0% 0% 67% −17 pp", rows[0]);
        Assert.Equal("6 0% 100% 0% 0% 0% 33% 67% 0% 0% 33% −33 pp", rows[5]);
        Assert.Equal("7 25% 50% 0% 25% 25% 17% 50% 17% 17% 33% −8 pp", rows[6]);
        Assert.Equal("8 25% 50% 0% 25% 25% 17% 33% 0% 50% 17% +8 pp", rows[7]);
        Assert.Equal("10 0% 50% 0% 50% 0% 0% 33% 0% 67% 0% 0 pp", rows[9]);
        Assert.Equal(
            [
                "Conversations 2 3", "Employee’s share of the speech 32% 50%", "Interrupts the client, times 0.5 1.0",
                "Longest monologue 0:30 0:40", "First word after 32.5 s 21.7 s", "Silence of the time 15% 20%",
            ],
            await Cells(page, ".stage-means tbody tr"));
        await Expect(page.Locator(".stages-page")).ToContainTextAsync("1 conversation is shorter than 10 s and left out.");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_tenth_lists_the_conversations_behind_it_and_one_opens_at_that_moment()
    {
        await using var server = await Start();
        var page = await browser.Open(server, AnyTime);
        await page.EvaluateAsync("window.stayed = true");
        await page.Locator("select[name=employee]").SelectOptionAsync("olena");
        await Expect(page.Locator(".stage-names")).ToContainTextAsync("Олена Коваль");
        await page.GetByRole(AriaRole.Link, new() { Name = "Tenth 7:" }).ClickAsync();
        await Expect(page.Locator(".stage-talks tbody tr")).ToHaveCountAsync(2);
        var rows = await Cells(page, ".stage-talks tbody tr");
        Assert.StartsWith("+380 67 000 00 11 0% −33 pp 100% 1:00–1:10", rows[0], StringComparison.Ordinal);
        Assert.StartsWith("+380 67 000 00 12 50% +17 pp 0% 1:00–1:10", rows[1], StringComparison.Ordinal);
        Assert.Contains("tenth=7", page.Url, StringComparison.Ordinal);

        await page.Locator(".stage-talks a").First.ClickAsync();
        await page.Locator("dialog [data-recording-open]").WaitForAsync();
        Assert.Equal(60, await page.EvaluateAsync<double>("document.querySelector('dialog audio').currentTime"), 0.01);
        await page.Locator("dialog [data-play]").ClickAsync();
        await Eventually.Holds(async () => await page.EvaluateAsync<double>("document.querySelector('dialog audio').currentTime") > 60.2);
        Assert.Equal("11", Assert.Single(server.Silo.Projects.Noted).Target);
        Assert.True(await page.EvaluateAsync<bool>("window.stayed"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_the_card_has_the_moment_in_the_address_of_its_sound()
    {
        await using var server = await Start();
        var page = await browser.Open(server, AnyTime + "&employee=olena&tenth=7", script: false);
        await page.Locator(".stage-talks a").Nth(1).ClickAsync();
        await Expect(page.Locator("audio")).ToHaveAttributeAsync("src", "/journal/12/recordings/1.wav#t=60");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_department_is_compared_with_all_and_its_people_with_it()
    {
        await using var server = await Start();
        var page = await browser.Open(server, AnyTime + "&department=sales", script: false);
        await Expect(page.Locator(".stage-names")).ToContainTextAsync("All departments");
        // All conversations are theirs: nothing differs. Ivan speaks 100 of the sixth tenth, all of them 33.3.
        await Expect(page.Locator(".stages-finding")).ToHaveCountAsync(0);
        var people = await Cells(page, ".stage-people tbody tr");
        Assert.Equal(["Іван Петренко 1 87% tenth 6: +67 pp", "Олена Коваль 2 32% tenth 6: −33 pp"], people);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_employee_sees_himself_alone_whatever_he_asks_for()
    {
        await using var server = await Start();
        foreach (var asked in new[] { "", "&employee=ivan", "&department=sales" })
        {
            using var client = await server.SignedIn(SampleProject.Employee);
            var page = WebUtility.HtmlDecode(await client.GetStringAsync(AnyTime + asked + "&tenth=1"));
            Assert.Contains("/journal/11?conversation=1&at=0", page, StringComparison.Ordinal);
            Assert.DoesNotContain("/journal/13", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Продажі", page, StringComparison.Ordinal);
            Assert.DoesNotContain("name=\"employee\"", page, StringComparison.Ordinal);
            Assert.DoesNotContain("name=\"department\"", page, StringComparison.Ordinal);
            Assert.Single(MeansColumns().Matches(page));
        }
    }

    [Fact]
    public async Task A_supervisor_of_another_department_finds_none_of_theirs()
    {
        await using var server = await Start();
        server.With(document => document with
        {
            Employees = [.. document.Employees.Select(one => one.Id == "head" ? one with { Supervises = ["support"] } : one)],
        });
        using var client = await server.SignedIn(SampleProject.Supervisor);
        foreach (var asked in new[] { "", "&employee=olena", "&department=sales" })
        {
            var page = await client.GetStringAsync(AnyTime + asked);
            Assert.Contains("No recorded conversations with clients in this period", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Where_there_are_more_than_are_read_the_page_says_so()
    {
        await using var server = await Start();
        var history = server.Silo.History;
        for (var id = 100; id < 100 + TalkQuery.LargestMost; id++)
        {
            history.Cards.Add(SampleCalls.Plain(id, SampleProject.Start + id));
            history.Recorded[new CallId(id)] = [new RecordedConversation(1, SampleRecording.Record, false)];
        }

        using var client = await server.SignedIn("admin");
        Assert.Contains("these are the 2,000 newest", await client.GetStringAsync(AnyTime), StringComparison.Ordinal);
        var ivan = await client.GetStringAsync(AnyTime + "&employee=ivan");
        Assert.DoesNotContain("There are more in this period", ivan, StringComparison.Ordinal);
        Assert.Contains("Of those compared with, these are the 2,000 newest.", ivan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_said()
    {
        await using var server = await Start();
        using var client = await server.SignedIn("admin");
        var outgoing = await client.GetStringAsync(AnyTime + "&direction=outgoing");
        Assert.Contains("No recorded conversations", outgoing, StringComparison.Ordinal);
        server.Silo.History.Away = true;
        Assert.Contains("The history cannot be reached", await client.GetStringAsync(AnyTime), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1440, ColorScheme.Light, "uk")]
    [InlineData(1440, ColorScheme.Dark, "uk")]
    [InlineData(390, ColorScheme.Light, "uk")]
    [InlineData(390, ColorScheme.Dark, "ru")]
    public async Task The_page_is_accessible_and_fits(int width, ColorScheme theme, string language)
    {
        await using var server = await Start();
        foreach (var (name, asked) in new[] { ("stages", "&employee=olena&tenth=7"), ("stages-all", "") })
        {
            var page = await browser.Open(server, AnyTime + asked, "admin", width, theme, language);
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}-{width}-{theme}-{language}.png"), FullPage = true });
            var found = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
            Assert.Empty(found.Violations.Select(one => $"{one.Id} {string.Join(", ", one.Nodes.Select(node => node.Html))}"));
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0);
            await page.Context.CloseAsync();
        }
    }

    private static async Task<WebTestServer> Start()
    {
        var server = await WebTestServer.Start();
        StagedSample.Put(server.Silo);
        return server;
    }

    private static Task<string[]> Cells(IPage page, string rows) => page.Locator(rows).EvaluateAllAsync<string[]>(
        "rows => rows.map(row => [...row.cells].map(cell => cell.textContent.trim().replace(/\\s+/g, ' ')).join(' '))");

    [GeneratedRegex("""<th scope="row">Conversations</th>\s*<td class="figure">2</td>\s*</tr>""")]
    private static partial Regex MeansColumns();
}
