using System.Net;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Tests.Shared.Ports;
using CallCenter.Web.Calls;
using CallCenter.Web.Calls.Card;
using CallCenter.Web.Calls.Explanations;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Tests.Calls;

/// <summary>What callers went through with us alone, on cards and in the journal, and who hears their messages.</summary>
public sealed class StepCardTests
{
    private const string Sound = "/journal/6/recordings/0.wav";

    private static readonly ProjectNames Names = ProjectNames.Of(SampleProject.Configuration with { Menus = [SampleSteps.Menu] });

    [Fact]
    public void Steps_lie_over_the_waiting_on_the_time_axis()
    {
        var lane = CallTimeline.Of(SampleSteps.Message, Names, Language.English).Lanes[0];
        Assert.Equal(
            "Ірина Ткач: waiting 0:50, from 0:00; menu “Головне” 0:17, from 0:00; voicemail: Продажі 0:28, from 0:18; "
            + "farewell 0:04, from 0:46",
            lane.Words);
        Assert.Equal(StretchKind.Alone, lane.Stretches[^1].Kind);
    }

    [Theory]
    [InlineData(0, Language.English, "The number leads to: the menu Головне.")]
    [InlineData(1, Language.English, "The key pressed in the menu leads to: the voicemail of Продажі.")]
    [InlineData(1, Language.Ukrainian, "Натиснута в меню клавіша веде сюди: голосова пошта, чия: Продажі.")]
    [InlineData(1, Language.Russian, "Нажатая в меню клавиша ведёт сюда: голосовая почта, чья: Продажі.")]
    public void Decisions_of_a_menu_are_said_in_words(int decision, Language language, string sentence) =>
        Assert.Equal(sentence, DecisionExplanation.Sentence(SampleSteps.Message.Decisions[decision], Names, language));

    [Fact]
    public async Task A_card_tells_the_steps_the_message_and_the_rating()
    {
        await using var server = await Server();
        using var client = await server.SignedIn(SampleProject.Supervisor);

        var card = WebUtility.HtmlDecode(await client.GetStringAsync("/journal/6"));
        Assert.Contains("menu “Головне”", card, StringComparison.Ordinal);
        Assert.Contains("<kbd>2</kbd>", card, StringComparison.Ordinal);
        Assert.Contains("message left", card, StringComparison.Ordinal);
        Assert.Contains("Message of Ірина Ткач", card, StringComparison.Ordinal);
        Assert.Contains("strip-alone", card, StringComparison.Ordinal);
        Assert.DoesNotContain("talk-figures", card, StringComparison.Ordinal);
        Assert.Contains("4 of 5", await client.GetStringAsync("/journal/1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_journal_shows_ratings_and_messages()
    {
        await using var server = await Server();
        using var client = await server.SignedIn(SampleProject.Supervisor);

        var page = WebUtility.HtmlDecode(await client.GetStringAsync(
            "/journal?period=custom&from=2026-03-01&to=2026-03-03"));

        Assert.Contains("Message left", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"figure fourth\">4</td>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SampleProject.Employee, null, true)]
    [InlineData("taras@example.com", null, false)]
    [InlineData("taras@example.com", "mailbox", true)]
    [InlineData("taras@example.com", "responsible", true)]
    [InlineData(SampleProject.Supervisor, null, true)]
    [InlineData("admin", null, true)]
    public async Task A_message_that_is_done_is_heard_by_those_who_had_it_on_their_desks(string who, string? tarasIs, bool hears)
    {
        await using var server = await Server();
        var card = server.Silo.History.Cards.Single(one => one.Record.Call == SampleProject.Message.Call);
        server.Silo.History.Cards.Remove(card);
        var taras = new EmployeeId("taras");
        server.Silo.History.Cards.Add(card with
        {
            Record = card.Record with
            {
                Responsible = tarasIs == "responsible" ? taras : null,
                Steps =
                [
                    .. card.Record.Steps.Select(step => step.Kind == StepKind.Voicemail && tarasIs == "mailbox"
                        ? step with { Department = null, Employee = taras } : step),
                ],
            },
        });
        await server.Silo.Projects.Send(FakeSilo.Project, new FinishMessage(SampleProject.Message.Call, "test"));
        using var client = await server.SignedIn(who);

        using var answer = await client.GetAsync(Sound);

        Assert.Equal(hears ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(hears ? 1 : 0, server.Silo.Projects.Noted.Count);
    }

    [Fact]
    public async Task A_message_on_the_desk_is_heard_while_history_is_away()
    {
        await using var server = await WebTestServer.Start();
        server.Silo.History.Away = true;
        using var olena = await server.SignedIn(SampleProject.Employee);
        using var heard = await olena.GetAsync(Sound + "?download=1");
        Assert.Equal(HttpStatusCode.OK, heard.StatusCode);
        Assert.Equal("2026-03-02 09-58-00 +380677778899.wav", heard.Content.Headers.ContentDisposition!.FileNameStar);
        using var taras = await server.SignedIn("taras@example.com");
        using var refused = await taras.GetAsync(Sound);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
    }

    private static async Task<WebTestServer> Server()
    {
        var server = await WebTestServer.Start();
        server.With(document => document with { Menus = [SampleSteps.Menu] });
        server.Silo.History.Cards.RemoveAll(card => card.Record.Call == SampleSteps.Rated.Record.Call);
        server.Silo.History.Cards.AddRange([SampleSteps.Message, SampleSteps.Rated]);
        server.Silo.History.Recorded[SampleProject.Message.Call] = [SampleSteps.Recorded];
        return server;
    }
}
