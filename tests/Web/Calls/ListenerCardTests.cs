using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.History;
using CallCenter.Abstractions.Routing;
using CallCenter.Tests.Shared.Ports;
using CallCenter.Web.Calls;
using CallCenter.Web.Calls.Card;
using CallCenter.Web.Desk;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Tests.Calls;

/// <summary>Who listened to a conversation is on its card for those who may watch others, and for nobody else.</summary>
public sealed class ListenerCardTests
{
    [Theory]
    [InlineData(SampleProject.Supervisor, true)]
    [InlineData("admin", true)]
    [InlineData(SampleProject.Employee, false)]
    public async Task A_card_tells_supervisors_who_listened(string who, bool isTold)
    {
        await using var server = await WebTestServer.Start();
        server.Silo.History.Cards[0] = Heard();
        using var client = await server.SignedIn(who);

        var page = WebUtility.HtmlDecode(await client.GetStringAsync("/journal/1"));
        var card = await client.GetFromJsonAsync<JsonElement>("/api/v1/calls/1");

        Assert.Contains("Олена Коваль", page, StringComparison.Ordinal);
        Assert.Equal(isTold, page.Contains("Марія Бондар listened", StringComparison.Ordinal));
        Assert.Equal(isTold, page.Contains("listening", StringComparison.Ordinal));
        Assert.Equal(isTold ? 4 : 3, card.GetProperty("legs").GetArrayLength());
        Assert.Equal(isTold, card.GetRawText().Contains("supervisor", StringComparison.Ordinal));
        Assert.Equal(isTold, card.GetRawText().Contains("supervising", StringComparison.Ordinal));
    }

    [Fact]
    public void Listening_is_a_strip_of_its_own()
    {
        var lanes = CallTimeline.Of(Heard(), ProjectNames.Of(SampleProject.Configuration), Language.English).Lanes;

        Assert.Equal("Марія Бондар: ringing 0:03, from 0:40; listening 1:00, from 0:43", lanes[^1].Words);
        Assert.Equal(StretchKind.Listening, lanes[^1].Stretches[^1].Kind);
    }

    [Fact]
    public void Every_reason_why_no_call_comes_has_a_sentence()
    {
        Assert.All(Enum.GetValues<ExclusionReason>(), reason => Assert.NotEmpty(DeskTexts.Sentence(reason).English));
        Assert.Contains("listened to", DeskTexts.Sentence(ExclusionReason.Supervising).English, StringComparison.Ordinal);
    }

    // Another supervisor was passed over because he listened to somebody else.
    private static CallCard Heard()
    {
        var (card, at) = (SampleCalls.Cards[0], SampleProject.Start);
        var rang = card.Decisions[^1];
        return card with
        {
            Record = card.Record with
            {
                Legs =
                [
                    .. card.Record.Legs,
                    new LegRecord(
                        3, LegKind.Supervisor, new("head"), null, "head", at + 40_000, at + 40_200, at + 43_000, at + 103_000, 0,
                        LegEnd.HungUp, null),
                ],
            },
            Decisions =
            [
                .. card.Decisions.SkipLast(1),
                rang with
                {
                    Decision = rang.Decision with { Excluded = [new Exclusion(new("head"), ExclusionReason.Supervising, null, null)] },
                },
            ],
        };
    }
}
