using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.History;
using CallCenter.Web.Calls.Stages;

namespace CallCenter.Web.Tests.Calls;

/// <summary>Conversations cut into tenths, and the means over them; the numbers were worked out by hand.</summary>
public sealed class TalkTenthsTests
{
    [Fact]
    public void A_span_counts_in_each_tenth_by_what_of_it_lies_there()
    {
        // Tenths of 2 s. The employee from 1 s to 5 s: half of the first, all of the second, half of the third.
        var tenths = Tenths(20_000, [], [new(1_000, 4_000)]);
        Assert.Equal([50, 100, 50, 0, 0, 0, 0, 0, 0, 0], tenths.Select(one => one.Employee));
        Assert.Equal([50, 0, 50, 100, 100, 100, 100, 100, 100, 100], tenths.Select(one => one.Silence));
        Assert.All(tenths, one => Assert.Equal((0, 0), (one.Client, one.Both)));
    }

    [Fact]
    public void What_both_say_at_once_is_of_neither_alone()
    {
        // The client from 0 to 3 s, the employee from 1 s to 2.5 s and from 2.8 s to 3.2 s.
        var tenths = Tenths(20_000, [new(0, 3_000)], [new(1_000, 1_500), new(2_800, 400)]);
        Equal(new TalkShares(0, 50, 50, 0), tenths[0]);
        // 2–2.5 both, 2.5–2.8 client, 2.8–3 both, 3–3.2 employee, 3.2–4 nobody.
        Equal(new TalkShares(10, 15, 35, 40), tenths[1]);
        Equal(new TalkShares(0, 0, 0, 100), tenths[2]);
        Assert.Equal((45, 50), (tenths[1].EmployeeSpeaks, tenths[1].ClientSpeaks));
    }

    [Fact]
    public void Nobody_speaks_is_silence_throughout() =>
        Assert.All(Tenths(10_000, [], []), one => Equal(new TalkShares(0, 0, 0, 100), one));

    [Fact]
    public void A_length_that_is_no_multiple_of_ten_is_cut_exactly()
    {
        // Tenths of 1000.3 ms: the first millisecond of the second tenth is three tenths the first one's.
        var tenths = Tenths(10_003, [new(0, 1_001)], [new(0, 10_003)]);
        Equal(new TalkShares(0, 0, 100, 0), tenths[0]);
        Equal(new TalkShares(100 - (0.7 / 10.003), 0, 0.7 / 10.003, 0), tenths[1]);
        Equal(new TalkShares(100, 0, 0, 0), tenths[9]);
    }

    [Fact]
    public void What_lies_behind_the_end_does_not_count()
    {
        var tenths = Tenths(10_000, [new(9_500, 4_000), new(20_000, 1_000)], []);
        Equal(new TalkShares(0, 50, 0, 50), tenths[9]);
        Assert.Equal(50, tenths.Sum(one => one.Client));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(9_999, false)]
    [InlineData(10_000, true)]
    public void Conversations_shorter_than_ten_seconds_have_no_stages(long durationMs, bool has) =>
        Assert.Equal(has, TalkTenths.Of(Recording(durationMs, [], [])) is not null);

    [Fact]
    public void Short_ones_are_left_out_and_counted()
    {
        var staged = StagedTalks.Of(new ClientTalks([Talk(60_000), Talk(9_000), Talk(2_000)], IsCut: true));
        Assert.Equal((1, 2, true), (staged.Talks.Count, staged.TooShort, staged.IsCut));
    }

    [Fact]
    public void A_short_and_a_long_conversation_count_the_same()
    {
        var staged = StagedTalks.Of(new ClientTalks(
            [Talk(3_600_000), Talk(20_000, new SpeechSpan(0, 20_000))], IsCut: false));
        var figures = StageFigures.Of(staged.Talks);
        Assert.All(figures.Tenths, one => Equal(new TalkShares(50, 0, 0, 50), one));
        Assert.Equal((2, 100, 0), (figures.Conversations, figures.TalkShare, figures.FirstWordMs));
        Assert.Equal(50, figures.SilenceShare!.Value, 0.001);
    }

    [Fact]
    public void The_tenth_that_differs_most_and_the_clients_fall_are_found()
    {
        var (own, others) = (StagedSample.Figures("olena"), StagedSample.Figures("olena", "ivan"));
        var difference = own.DifferenceTo(others)!;
        Assert.Equal((5, 0, 33.33), (difference.Tenth, difference.Share, Math.Round(difference.BesideShare, 2)));
        Assert.Equal(new ClientFall(6, 100, 50), own.Fall());
        Assert.Null(own.DifferenceTo(own));
        Assert.Null(own.DifferenceTo(null));
        Assert.Null(own.DifferenceTo(StageFigures.Of([])));
        Assert.Null(StageFigures.Of([]).Fall());
        Assert.Null(StageFigures.Of(StagedTalks.Of(new ClientTalks([Talk(60_000)], false)).Talks).Fall());
    }

    private static IReadOnlyList<TalkShares> Tenths(
        long durationMs, IReadOnlyList<SpeechSpan> client, IReadOnlyList<SpeechSpan> employee) =>
        TalkTenths.Of(Recording(durationMs, client, employee))!;

    private static void Equal(TalkShares expected, TalkShares shares)
    {
        Assert.Equal(expected.Employee, shares.Employee, 1e-6);
        Assert.Equal(expected.Client, shares.Client, 1e-6);
        Assert.Equal(expected.Both, shares.Both, 1e-6);
        Assert.Equal(expected.Silence, shares.Silence, 1e-6);
    }

    private static ClientTalk Talk(long durationMs, params SpeechSpan[] employee) => new(
        new CallId(1), 1, new EmployeeId("olena"), CallDirection.Incoming, "", null, Recording(durationMs, [], employee));

    private static RecordingRecord Recording(long durationMs, IReadOnlyList<SpeechSpan> client, IReadOnlyList<SpeechSpan> employee)
    {
        var spoken = employee.Sum(span => (long)span.DurationMs);
        return new RecordingRecord(
            0, durationMs, 0, durationMs - spoken, 0, new RecordedSide(0, null, 0, 0, client),
            new RecordedSide(spoken, employee.Count > 0 ? employee[0].StartMs : null, 0, 0, employee));
    }
}
