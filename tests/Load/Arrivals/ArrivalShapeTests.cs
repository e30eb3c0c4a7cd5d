using CallCenter.Load.Arrivals;

namespace CallCenter.Load.Tests.Arrivals;

public class ArrivalShapeTests
{
    [Theory]
    [InlineData(200)]
    [InlineData(0.4)]
    [InlineData(33.3)]
    public void Constant_arrivals_are_evenly_spaced_whatever_the_rate(double rate)
    {
        var due = Take(new ConstantArrivals(rate), 1_001);

        Assert.Equal(TimeSpan.Zero, due[0]);
        Assert.Equal(1_000 / rate, due[1_000].TotalSeconds, 6);
        Assert.All(due.Zip(due.Skip(1)), pair => Assert.Equal(1 / rate, (pair.Second - pair.First).TotalSeconds, 6));
    }

    [Fact]
    public void A_ramp_has_the_rate_of_each_moment()
    {
        // 20/s to 220/s in 100 s, then on: per tenth the mean of its rates times 10 s.
        var due = Until(new RampArrivals(new Random(1), 20, 220, TimeSpan.FromSeconds(100)), TimeSpan.FromSeconds(120));

        for (var tenth = 0; tenth < 10; tenth++)
        {
            var expected = (20 + (20 * tenth) + 10) * 10;
            Assert.InRange(CountBetween(due, tenth * 10, (tenth * 10) + 10), expected * 0.88, expected * 1.12);
        }

        Assert.InRange(CountBetween(due, 100, 120), 4_400 * 0.94, 4_400 * 1.06);
    }

    [Fact]
    public void A_ramp_that_does_not_grow_is_a_steady_stream()
    {
        var due = Until(new RampArrivals(new Random(2), 50, 50, TimeSpan.FromSeconds(10)), TimeSpan.FromSeconds(100));

        Assert.InRange(due.Count, 4_800, 5_200);
    }

    [Fact]
    public void A_ramp_may_fall()
    {
        var due = Until(new RampArrivals(new Random(3), 100, 10, TimeSpan.FromSeconds(100)), TimeSpan.FromSeconds(100));

        Assert.InRange(CountBetween(due, 0, 10), 850, 1_060);
        Assert.InRange(CountBetween(due, 90, 100), 100, 190);
    }

    [Fact]
    public void A_burst_is_over_after_its_calls()
    {
        var due = Until(new BurstArrivals(2_000, TimeSpan.FromSeconds(1)), TimeSpan.MaxValue);

        Assert.Equal(2_000, due.Count);
        Assert.Equal(TimeSpan.Zero, due[0]);
        Assert.Equal(TimeSpan.FromSeconds(0.5), due[1_000]);
        Assert.True(due[^1] < TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void A_day_has_the_calls_of_each_interval_and_then_ends()
    {
        double[] day = [0, 300, 900, 0, 600, 0.5];
        var total = TimeSpan.FromSeconds(60);
        var runs = Enumerable.Range(1, 20)
            .Select(seed => Until(new DayArrivals(new Random(seed), day, total), TimeSpan.MaxValue)).ToArray();

        for (var interval = 0; interval < day.Length; interval++)
        {
            var mean = runs.Average(due => CountBetween(due, interval * 10, (interval * 10) + 10));
            Assert.InRange(mean, day[interval] * 0.95 - 0.5, (day[interval] * 1.05) + 0.5);
        }

        Assert.All(runs, due => Assert.True(due[^1] < total));
    }

    [Fact]
    public void Due_times_never_go_back_and_the_same_seed_gives_the_same()
    {
        Func<int, IArrivals>[] shapes =
        [
            seed => new PoissonArrivals(new Random(seed), 7.5),
            seed => new RampArrivals(new Random(seed), 0.001, 30, TimeSpan.FromSeconds(20)),
            seed => new DayArrivals(new Random(seed), [500, 200, 800], TimeSpan.FromSeconds(20)),
        ];

        Assert.All(shapes, shape =>
        {
            var due = Take(shape(5), 300);
            Assert.Equal(due.Order(), due);
            Assert.Equal(due, Take(shape(5), 300));
            Assert.NotEqual(due, Take(shape(6), 300));
        });
    }

    [Fact]
    public void Bounds_end_arrivals_by_number_or_time_and_for_good()
    {
        Assert.Equal(10, Until(new BoundedArrivals(new ConstantArrivals(1), TimeSpan.FromHours(1), 10), TimeSpan.MaxValue).Count);
        var byTime = new BoundedArrivals(new ConstantArrivals(10), TimeSpan.FromSeconds(2), 1_000);

        Assert.Equal(20, Until(byTime, TimeSpan.MaxValue).Count);
        Assert.Null(byTime.Next());
    }

    private static List<TimeSpan> Take(IArrivals arrivals, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => arrivals.Next()!.Value)];

    private static List<TimeSpan> Until(IArrivals arrivals, TimeSpan end)
    {
        var due = new List<TimeSpan>();
        for (var next = arrivals.Next(); next is { } at && at < end; next = arrivals.Next())
        {
            due.Add(at);
        }

        return due;
    }

    private static int CountBetween(List<TimeSpan> due, double from, double to) =>
        due.Count(at => at.TotalSeconds >= from && at.TotalSeconds < to);
}
