using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Tests.Shared;
using CallCenter.Tests.Shared.Ports;
using CallCenter.Web.Board;
using CallCenter.Web.Languages;
using CallCenter.Web.Tests.SignIn;

namespace CallCenter.Web.Tests.Board;

/// <summary>What the board's day is compared with.</summary>
public sealed class DayComparisonTests
{
    private static readonly ProjectId Project = new("main");
    private readonly FakeHistory _history = new();
    private readonly ManualTime _time = new();

    public DayComparisonTests() => _history.Cards.Clear();

    [Fact]
    public async Task The_same_hours_of_yesterday_and_of_last_week_are_counted()
    {
        Call("2026-03-01T07:59:59Z", CallOutcome.Answered);
        Call("2026-03-01T08:00:01Z", CallOutcome.Answered);
        Call("2026-02-23T07:00:00Z", CallOutcome.Abandoned);
        // Midnight is Kyiv's: this is still the day before.
        Call("2026-02-28T21:59:00Z", CallOutcome.Answered);
        var comparison = new DayComparison(_history, _time);

        await Eventually.Holds(() => comparison.Of(Project, ProjectTime.Zone("Europe/Kyiv")) is
        {
            Yesterday: { Incoming: 1, Answered: 1, Missed: 0 }, LastWeek: { Incoming: 1, Answered: 0, Missed: 1 },
        });
    }

    [Fact]
    public async Task Nothing_is_compared_while_the_history_is_away_and_again_when_it_is_back()
    {
        _history.Away = true;
        var comparison = new DayComparison(_history, _time);
        Assert.Equal(EarlierDays.Unknown, comparison.Of(Project, ProjectTime.Zone("UTC")));

        _history.Away = false;
        _time.Pass(TimeSpan.FromSeconds(61));
        await Eventually.Holds(() => comparison.Of(Project, ProjectTime.Zone("UTC")).Yesterday is not null);
    }

    private void Call(string arrivedAt, CallOutcome outcome)
    {
        var at = DateTimeOffset.Parse(arrivedAt, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();
        var record = SampleCalls.Cards[0].Record with { ArrivedAt = at, Outcome = outcome, Direction = CallDirection.Incoming };
        _history.Cards.Add(SampleCalls.Cards[0] with { Record = record });
    }
}
