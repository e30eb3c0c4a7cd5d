using CallCenter.Load.Chance;

namespace CallCenter.Load.Tests.Chance;

public class DrawTests
{
    [Fact]
    public void Exponential_draws_have_their_mean()
    {
        var random = new Random(1);
        var mean = Enumerable.Range(0, 20_000).Average(_ => random.Exponential(TimeSpan.FromSeconds(20)).TotalSeconds);

        Assert.InRange(mean, 19.4, 20.6);
    }

    [Fact]
    public void Exponential_draws_have_no_memory()
    {
        var random = new Random(2);
        var draws = Enumerable.Range(0, 20_000).Select(_ => random.Exponential(TimeSpan.FromSeconds(20))).ToArray();
        var afterTen = draws.Where(draw => draw.TotalSeconds > 10).Select(draw => draw.TotalSeconds - 10).Average();

        Assert.InRange(afterTen, 19, 21);
    }

    [Fact]
    public void Draws_between_bounds_keep_the_bounds_and_fill_the_range()
    {
        var random = new Random(3);
        var draws = Enumerable.Range(0, 5_000).Select(_ => random.Between(TimeRange.Seconds(10, 60)).TotalSeconds).ToArray();

        Assert.All(draws, draw => Assert.InRange(draw, 10, 60));
        Assert.True(draws.Min() < 10.5 && draws.Max() > 59.5);
    }

    [Fact]
    public void Chance_comes_true_as_often_as_it_says()
    {
        var random = new Random(4);

        Assert.InRange(Enumerable.Range(0, 20_000).Count(_ => random.Chance(0.06)), 1_050, 1_350);
    }

    [Fact]
    public void One_seed_gives_a_name_the_same_draws_and_other_names_other_draws()
    {
        Assert.Equal(new Seeds(7).For("olena").Next(), new Seeds(7).For("olena").Next());
        Assert.NotEqual(new Seeds(7).For("olena").Next(), new Seeds(7).For("andrii").Next());
        Assert.NotEqual(new Seeds(7).For("olena").Next(), new Seeds(8).For("olena").Next());
    }
}
