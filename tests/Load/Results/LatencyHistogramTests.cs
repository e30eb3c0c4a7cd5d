using CallCenter.Load.Results;

namespace CallCenter.Load.Tests.Results;

public sealed class LatencyHistogramTests
{
    [Theory]
    [InlineData(1, 100)]
    [InlineData(2, 50_000)]
    [InlineData(3, 90_000_000)]
    [InlineData(4, 60_000_000_000)]
    public void Percentiles_are_off_by_at_most_one_percent(int seed, long most)
    {
        var random = new Random(seed);
        var histogram = new LatencyHistogram();
        var values = Enumerable.Range(0, 20_000).Select(_ => (long)(Math.Pow(random.NextDouble(), 3) * most)).ToArray();
        foreach (var value in values) histogram.Add(value);
        Array.Sort(values);
        foreach (var share in (double[])[0, 0.01, 0.5, 0.9, 0.99, 0.999, 1])
        {
            var exact = values[Math.Max(0, (int)Math.Ceiling(share * values.Length) - 1)];
            Assert.InRange(histogram.PercentileMicros(share), exact * 0.99, exact * 1.01);
        }

        Assert.Equal(values[^1], histogram.MaxMicros);
        Assert.Equal(values.Average(), histogram.MeanMicros, 1.0);
    }

    [Fact]
    public void Every_short_duration_has_a_bucket_of_its_own()
    {
        for (var micros = 0; micros < 256; micros++)
        {
            var histogram = new LatencyHistogram();
            histogram.Add(micros);
            histogram.Add(1_000_000);
            Assert.Equal(micros, histogram.PercentileMicros(0.5));
        }
    }

    [Fact]
    public void Two_merged_are_as_one_that_counted_everything()
    {
        var (one, other, both) = (new LatencyHistogram(), new LatencyHistogram(), new LatencyHistogram());
        var random = new Random(5);
        for (var i = 0; i < 5_000; i++)
        {
            var micros = random.NextInt64(1, 10_000_000);
            (i % 3 == 0 ? one : other).Add(micros);
            both.Add(micros);
        }

        one.Add(other);
        Assert.Equal(both.Count, one.Count);
        Assert.Equal(both.MaxMicros, one.MaxMicros);
        Assert.All(Enumerable.Range(0, 101), percent =>
            Assert.Equal(both.PercentileMicros(percent / 100.0), one.PercentileMicros(percent / 100.0)));
    }

    [Fact]
    public void Durations_out_of_range_count_at_its_ends()
    {
        var histogram = new LatencyHistogram();
        histogram.Add(-5);
        histogram.Add(long.MaxValue);
        Assert.Equal(0, histogram.PercentileMicros(0.5));
        Assert.Equal((1L << 36) - 1, histogram.MaxMicros);
        Assert.InRange(histogram.PercentileMicros(1), histogram.MaxMicros * 0.99, histogram.MaxMicros);
    }

    [Fact]
    public void An_empty_one_says_0_and_so_does_one_that_was_cleared()
    {
        var histogram = new LatencyHistogram();
        Assert.Equal((0, 0, 0), (histogram.PercentileMicros(0.99), histogram.MaxMicros, histogram.MeanMicros));
        histogram.Add(700);
        histogram.Clear();
        Assert.Equal((0, 0, 0), (histogram.PercentileMicros(0.99), histogram.MaxMicros, histogram.Count));
    }
}
