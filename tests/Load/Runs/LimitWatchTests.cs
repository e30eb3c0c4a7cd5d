using CallCenter.Load.Runs;

namespace CallCenter.Load.Tests.Runs;

public class LimitWatchTests
{
    private readonly LimitWatch _watch = new(0.1);

    [Fact]
    public void Too_many_bad_calls_of_the_last_two_seconds_are_the_limit()
    {
        Assert.False(Look(1, offered: 100, bad: 10));
        Assert.False(Look(2, offered: 200, bad: 20));
        Assert.True(Look(3, offered: 300, bad: 31));
        Assert.Equal(100, _watch.Rate, 1);
    }

    [Fact]
    public void Bad_calls_of_long_ago_do_not_count()
    {
        Look(1, offered: 100, bad: 0);
        Look(2, offered: 200, bad: 90);
        Look(4, offered: 400, bad: 90);

        Assert.False(Look(5, offered: 500, bad: 90));
    }

    [Fact]
    public void A_handful_of_calls_says_nothing()
    {
        Look(1, offered: 0, bad: 0);

        Assert.False(Look(2, offered: 19, bad: 19));
        Assert.True(Look(2.5, offered: 20, bad: 20));
    }

    private bool Look(double seconds, int offered, int bad) => _watch.Look(TimeSpan.FromSeconds(seconds), offered, bad);
}
