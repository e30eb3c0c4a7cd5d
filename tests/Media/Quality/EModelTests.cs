using CallCenter.Media.Quality;

namespace CallCenter.Media.Tests.Quality;

public sealed class EModelTests
{
    /// <summary>ITU-T G.107, annex B, table B.1.</summary>
    [Theory]
    [InlineData(90, 4.34)]
    [InlineData(80, 4.03)]
    [InlineData(70, 3.60)]
    [InlineData(60, 3.10)]
    [InlineData(50, 2.58)]
    [InlineData(-5, 1.0)]
    [InlineData(100, 4.5)]
    public void A_rating_has_the_score_of_the_recommendation(double rating, double score) =>
        Assert.Equal(score, EModel.MeanOpinionScore(rating), 0.01);

    [Fact]
    public void No_score_is_below_the_worst()
    {
        for (var rating = 0.0; rating < 100; rating += 0.1)
        {
            Assert.InRange(EModel.MeanOpinionScore(rating), 1, 4.5);
        }
    }

    [Theory]
    [InlineData(0, 0, 93.2)]
    [InlineData(100, 0, 93.2)]
    [InlineData(200, 0, 90.16)]
    [InlineData(400, 0, 69.13)]
    [InlineData(0, 5, 77.4)]
    [InlineData(0, 25.1, 45.7)]
    [InlineData(5_000, 100, 0)]
    public void Delay_and_loss_lower_the_rating(double delayMs, double lossPercent, double rating) =>
        Assert.Equal(rating, EModel.Rating(TimeSpan.FromMilliseconds(delayMs), lossPercent), 0.05);

    [Fact]
    public void A_stream_in_which_nothing_came_has_no_score()
    {
        Assert.Null(default(StreamQuality).MeanOpinionScore);
        Assert.Equal(0, default(StreamQuality).LossPercent);
    }

    [Fact]
    public void A_perfect_stream_scores_as_well_as_narrow_band_can()
    {
        var quality = new StreamQuality(1_000, 0, 0, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(30));
        Assert.Equal(4.41, quality.MeanOpinionScore!.Value, 0.01);
        Assert.Equal(3.96, (quality with { Lost = 50 }).MeanOpinionScore!.Value, 0.05);
    }
}
