using CallCenter.Load.Arrivals;

namespace CallCenter.Load.Tests.Arrivals;

public class PoissonArrivalsTests
{
    [Fact]
    public void Arrivals_keep_their_rate_over_time()
    {
        var arrivals = new PoissonArrivals(new Random(1), callsPerSecond: 0.2);
        var count = 0;
        while (arrivals.Next() < TimeSpan.FromHours(10))
        {
            count++;
        }

        Assert.InRange(count, 7_200 - 300, 7_200 + 300);
    }

    [Fact]
    public void Arrivals_of_one_interval_vary_as_much_as_their_mean()
    {
        var arrivals = new PoissonArrivals(new Random(2), callsPerSecond: 1);
        var perTenSeconds = new int[2_000];
        for (var at = arrivals.Next(); at.TotalSeconds < 20_000; at = arrivals.Next())
        {
            perTenSeconds[(int)(at.TotalSeconds / 10)]++;
        }

        var mean = perTenSeconds.Average();
        var variance = perTenSeconds.Average(count => (count - mean) * (count - mean));

        Assert.InRange(variance / mean, 0.9, 1.1);
    }

    [Fact]
    public void The_same_seed_gives_the_same_arrivals()
    {
        Assert.Equal(FirstTen(5), FirstTen(5));
        Assert.NotEqual(FirstTen(5), FirstTen(6));
    }

    private static TimeSpan[] FirstTen(int seed)
    {
        var arrivals = new PoissonArrivals(new Random(seed), 1);
        return [.. Enumerable.Range(0, 10).Select(_ => arrivals.Next())];
    }
}
