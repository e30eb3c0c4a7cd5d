using CallCenter.Media.Talk;

namespace CallCenter.Media.Tests.Talk;

public sealed class TalkMapTests
{
    [Fact]
    public void Segments_cover_the_conversation_without_a_gap()
    {
        var map = Map([(1, 3), (5, 8)], [(2, 4), (8, 9)], 10);
        Assert.Equal(
            [
                (TalkState.Silence, 0, 1), (TalkState.Left, 1, 2), (TalkState.Both, 2, 3), (TalkState.Right, 3, 4),
                (TalkState.Silence, 4, 5), (TalkState.Left, 5, 8), (TalkState.Right, 8, 9), (TalkState.Silence, 9, 10),
            ],
            map.Segments.Select(one => (one.State, one.Start.TotalSeconds, one.End.TotalSeconds)));
    }

    [Fact]
    public void The_figures_of_a_conversation_are_sums_of_its_segments()
    {
        var random = new Random(4);
        for (var round = 0; round < 200; round++)
        {
            var map = Map(Draw(random), Draw(random), 100);
            var times = map.Segments.ToLookup(one => one.State, one => one.Duration);
            double Sum(TalkState state) => times[state].Sum(one => one.TotalSeconds);

            Assert.Equal(100, map.Segments.Sum(one => one.Duration.TotalSeconds), 6);
            Assert.Equal(Sum(TalkState.Left) + Sum(TalkState.Both), map.Figures.Left.Talk.TotalSeconds, 6);
            Assert.Equal(Sum(TalkState.Right) + Sum(TalkState.Both), map.Figures.Right.Talk.TotalSeconds, 6);
            Assert.Equal(Sum(TalkState.Both), map.Figures.Overlap.TotalSeconds, 6);
            Assert.Equal(Sum(TalkState.Silence), map.Figures.Silence.TotalSeconds, 6);
            Assert.All(map.Segments.Zip(map.Segments.Skip(1)), pair =>
            {
                Assert.Equal(pair.First.End, pair.Second.Start);
                Assert.NotEqual(pair.First.State, pair.Second.State);
            });
        }
    }

    [Fact]
    public void Shares_of_talk_are_of_what_was_spoken()
    {
        Assert.Equal(0.75, Map([(0, 3)], [(4, 5)], 10).Figures.LeftShare);
        Assert.Null(Map([], [], 10).Figures.LeftShare);
    }

    [Fact]
    public void The_first_word_of_each_side_is_told()
    {
        var figures = Map([], [(2.5, 3), (4, 5)], 10).Figures;
        Assert.Equal((null, TimeSpan.FromSeconds(2.5)), (figures.Left.FirstWord, figures.Right.FirstWord));
    }

    [Fact]
    public void A_monologue_goes_on_over_pauses_and_a_listeners_yes()
    {
        var figures = Map([(0, 4), (5, 9), (11, 14)], [(4.2, 4.6), (14.5, 16)], 20).Figures;
        Assert.Equal(TimeSpan.FromSeconds(14), figures.Left.LongestMonologue);
        Assert.Equal(TimeSpan.FromSeconds(1.5), figures.Right.LongestMonologue);
    }

    [Fact]
    public void A_monologue_ends_where_the_other_one_speaks_or_nobody_does_for_long()
    {
        var figures = Map([(0, 4), (7, 9), (13, 18)], [(4.5, 6.5)], 20).Figures;
        Assert.Equal(TimeSpan.FromSeconds(5), figures.Left.LongestMonologue);
        Assert.Equal(TimeSpan.FromSeconds(4), Map([(0, 4), (7, 9)], [(4.5, 6.5)], 20).Figures.Left.LongestMonologue);
    }

    [Fact]
    public void Whoever_takes_the_floor_while_the_other_speaks_interrupts()
    {
        var figures = Map([(0, 5), (9, 12)], [(4, 8), (11, 13)], 20).Figures;
        Assert.Equal((0, 2), (figures.Left.Interruptions, figures.Right.Interruptions));
    }

    [Theory]
    [InlineData(4.0, 4.4, "a listener's yes")]
    [InlineData(3.0, 4.5, "he goes on, so the floor was not taken")]
    [InlineData(4.9, 8.0, "the change of turns overlaps a little")]
    [InlineData(0.3, 8.0, "both began at the same time")]
    public void What_takes_no_floor_is_no_interruption(double start, double end, string why)
    {
        var figures = Map([(0, 5)], [(start, end)], 20).Figures;
        Assert.True(figures.Right.Interruptions == 0, why);
    }

    private static TalkMap Map((double Start, double End)[] left, (double Start, double End)[] right, double seconds) =>
        TalkMap.Of(Intervals(left), Intervals(right), TimeSpan.FromSeconds(seconds));

    private static List<SpeechInterval> Intervals((double Start, double End)[] spoken) =>
        [.. spoken.Select(one => new SpeechInterval(TimeSpan.FromSeconds(one.Start), TimeSpan.FromSeconds(one.End)))];

    private static (double Start, double End)[] Draw(Random random)
    {
        var times = Enumerable.Range(0, random.Next(0, 10) * 2).Select(_ => Math.Round(random.NextDouble() * 100, 2));
        double[] cuts = [.. times.Distinct().Order()];
        return [.. cuts.Chunk(2).Where(pair => pair.Length == 2).Select(pair => (pair[0], pair[1]))];
    }
}
