using CallCenter.Media.Ports;

namespace CallCenter.Media.Tests.Ports;

public sealed class PortPoolTests
{
    [Fact]
    public void Pairs_are_even_distinct_and_within_the_range()
    {
        var pool = new PortPool(20_001, 20_008);
        var pairs = TakeAll(pool);
        Assert.Equal([20_002, 20_004, 20_006], pairs.Select(pair => pair.Rtp));
        Assert.Equal([20_003, 20_005, 20_007], pairs.Select(pair => pair.Rtcp));
        Assert.Equal((3, 3), (pool.Capacity, pool.Taken));
    }

    [Fact]
    public void At_the_bound_a_pair_is_refused_until_one_returns()
    {
        var pool = new PortPool(20_000, 20_003);
        var pairs = TakeAll(pool);
        Assert.False(pool.TryTake(out _));
        pool.Return(pairs[1]);
        Assert.True(pool.TryTake(out var again));
        Assert.Equal(pairs[1], again);
    }

    [Fact]
    public void A_pair_just_returned_is_the_last_to_be_taken_again()
    {
        var pool = new PortPool(20_000, 20_007);
        Assert.True(pool.TryTake(out var first));
        pool.Return(first);
        Assert.Equal([20_002, 20_004, 20_006, 20_000], TakeAll(pool).Select(pair => pair.Rtp));
    }

    [Fact]
    public void A_pair_can_be_claimed_by_number_once()
    {
        var pool = new PortPool(20_000, 20_003);
        Assert.True(pool.TryClaim(new PortPair(20_002)));
        Assert.False(pool.TryClaim(new PortPair(20_002)));
        Assert.Equal([20_000], TakeAll(pool).Select(pair => pair.Rtp));
    }

    [Theory]
    [InlineData(19_998)]
    [InlineData(20_001)]
    [InlineData(20_004)]
    public void A_pair_that_is_none_of_the_range_cannot_be_claimed(int port) =>
        Assert.False(new PortPool(20_000, 20_003).TryClaim(new PortPair(port)));

    [Fact]
    public void What_was_not_taken_cannot_be_returned() =>
        Assert.Throws<InvalidOperationException>(() => new PortPool(20_000, 20_003).Return(new PortPair(20_000)));

    [Theory]
    [InlineData(0, 10)]
    [InlineData(20_001, 20_002)]
    [InlineData(20_000, 70_000)]
    public void A_range_without_a_pair_is_no_pool(int first, int last) => Assert.Throws<ArgumentException>(() => new PortPool(first, last));

    private static List<PortPair> TakeAll(PortPool pool)
    {
        var pairs = new List<PortPair>();
        while (pool.TryTake(out var pair))
        {
            pairs.Add(pair);
        }

        return pairs;
    }
}
