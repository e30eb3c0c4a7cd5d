using CallCenter.Abstractions.History;
using CallCenter.Abstractions.Routing;
using CallCenter.Tests.Shared.Ports;
using CallCenter.Web.Calls;
using CallCenter.Web.Calls.Card;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Tests.Calls;

public sealed class CallTimelineTests
{
    private static readonly ProjectNames Names = ProjectNames.Of(SampleProject.Configuration);

    [Fact]
    public void Every_lane_lies_on_one_axis()
    {
        var timeline = CallTimeline.Of(SampleCalls.Cards[0], Names, Language.English);
        Assert.Equal(["ТОВ \"Ромашка\"", "Queue: Продажі", "Іван Петренко", "Олена Коваль"], timeline.Lanes.Select(lane => lane.Label));
        Assert.Equal("Олена Коваль: ringing 0:06, from 0:15; talking 2:30, from 0:22", timeline.Lanes[3].Words);
        foreach (var stretch in timeline.Lanes.SelectMany(lane => lane.Stretches))
        {
            Assert.InRange(stretch.FromPercent, 0, 100);
            Assert.InRange(stretch.FromPercent + stretch.WidthPercent, stretch.FromPercent, 100.0001);
        }
        Assert.Equal(["0:00", "0:30", "1:00", "1:30", "2:00", "2:30"], timeline.Ticks.Select(tick => tick.Label));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(11)]
    [InlineData(60)]
    public void Marks_of_one_second_stand_beside_each_other_in_order(int decisions)
    {
        var card = SampleCalls.Cards[0];
        var decision = new Decision(DecisionKind.Destination, "number", null, null, [], [], 0, [], 0, 1);
        var at = card.Record.EndedAt;
        var crowded = card with { Decisions = [.. Enumerable.Range(0, decisions).Select(_ => new TimedDecision(at, decision))] };
        var places = CallTimeline.Of(crowded, Names, Language.English).Marks.Select(mark => mark.Percent).ToList();
        Assert.Equal(decisions, places.Count);
        Assert.All(places, place => Assert.InRange(place, 0, 100));
        Assert.All(places.Zip(places.Skip(1)), pair => Assert.True(pair.First < pair.Second));
    }

    [Fact]
    public void A_call_of_no_length_has_an_axis_too()
    {
        var card = SampleCalls.Cards[1];
        var instant = card with { Record = card.Record with { EndedAt = card.Record.ArrivedAt } };
        var timeline = CallTimeline.Of(instant, Names, Language.Russian);
        Assert.Equal("0:00", timeline.Ticks[0].Label);
    }
}
