using CallCenter.Silo.Loop;

namespace CallCenter.Silo.Tests.Loop;

/// <summary>Time that follows the wall clock but never runs backwards.</summary>
public class LoopClockTests
{
    [Fact]
    public void A_step_forward_is_taken()
    {
        var time = new SetTime { Wall = 100_000 };
        var clock = new LoopClock(time);
        time.Pass(2_000);
        time.Wall += 60_000;
        Assert.Equal(162_000, clock.Read());
    }

    [Fact]
    public void A_step_backward_is_made_up_at_half_speed()
    {
        var time = new SetTime { Wall = 100_000 };
        var clock = new LoopClock(time);
        time.Pass(2_000);
        time.Wall -= 10_000;
        Assert.Equal(102_000, clock.Read());
        time.Pass(4_000);
        Assert.Equal(104_000, clock.Read());
        time.Pass(30_000);
        clock.Read();
        Assert.Equal(time.Wall, clock.Read());
    }

    [Fact]
    public void It_never_begins_before_the_newest_time_of_the_journal()
    {
        var time = new SetTime { Wall = 100_000 };
        Assert.Equal(105_000, new LoopClock(time, 105_000).Read());
    }

    private sealed class SetTime : TimeProvider
    {
        private long _passedMs;

        public long Wall { get; set; }

        public override long TimestampFrequency => 1_000;

        public void Pass(long milliseconds)
        {
            _passedMs += milliseconds;
            Wall += milliseconds;
        }

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(Wall);

        public override long GetTimestamp() => _passedMs;
    }
}
