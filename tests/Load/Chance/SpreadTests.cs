using CallCenter.Load.Chance;

namespace CallCenter.Load.Tests.Chance;

public class SpreadTests
{
    [Fact]
    public void An_exponential_spread_has_its_mean_and_is_cut()
    {
        var draws = Draw(Spread.Exponential(TimeSpan.FromSeconds(20)));

        Assert.InRange(draws.Average(), 19, 21);
        Assert.True(draws.Max() <= 200);
        Assert.True(Draw(Spread.Exponential(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(60))).Max() <= 60);
    }

    [Fact]
    public void An_even_spread_fills_its_bounds_and_a_constant_one_is_constant()
    {
        var draws = Draw(Spread.Even(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(6)));

        Assert.InRange(draws.Average(), 3.4, 3.6);
        Assert.All(draws, draw => Assert.InRange(draw, 1, 6));
        Assert.All(Draw(Spread.Always(TimeSpan.FromSeconds(3))), draw => Assert.Equal(3, draw));
    }

    [Fact]
    public void Every_shape_takes_one_draw_so_that_another_changes_nothing_after_it()
    {
        var second = TimeSpan.FromSeconds(1);
        Spread[] spreads = [Spread.Always(second), Spread.Even(TimeSpan.Zero, second), Spread.Exponential(second)];
        Assert.Single(spreads.Select(spread =>
        {
            var random = new Random(7);
            random.Of(spread);
            return random.Next();
        }).Distinct());
    }

    private static double[] Draw(Spread spread)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, 20_000).Select(_ => random.Of(spread).TotalSeconds)];
    }
}
