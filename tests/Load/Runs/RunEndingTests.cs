using CallCenter.Load.Runs;

namespace CallCenter.Load.Tests.Runs;

public class RunEndingTests
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(5);

    private readonly RunEnding _ending = new(Length, Drain);

    [Fact]
    public void Calls_arrive_for_the_length_then_drain_then_are_ended_then_waited_for()
    {
        Assert.Equal(RunStage.Calling, Look(59.9, live: 10));
        Assert.Equal(RunStage.Draining, Look(60, live: 10));
        Assert.Equal(RunStage.Draining, Look(64.9, live: 10));
        Assert.Equal(RunStage.Ending, Look(65, live: 10));
        Assert.Equal(RunStage.Ending, Look(97.9, live: 1));
        Assert.Equal(RunStage.Over, Look(98, live: 1));
        Assert.False(_ending.Cut);
    }

    [Fact]
    public void A_run_without_live_calls_is_over_as_soon_as_no_more_come()
    {
        Assert.Equal(RunStage.Calling, Look(3, live: 0));
        Assert.Equal(RunStage.Over, Look(60, live: 0));
        Assert.Equal(RunStage.Over, new RunEnding(Length, Drain).Look(TimeSpan.FromSeconds(3), 0, nothingToCome: true));
    }

    [Fact]
    public void The_first_interruption_ends_live_calls_at_once_and_waits_for_them()
    {
        Look(10, live: 5);
        _ending.Interrupt(TimeSpan.FromSeconds(10));

        Assert.Equal(RunStage.Ending, _ending.Stage);
        Assert.True(_ending.Cut);
        Assert.Equal(RunStage.Ending, Look(14.9, live: 1));
        Assert.Equal(RunStage.Over, Look(14.95, live: 0));
    }

    [Fact]
    public void An_interrupted_run_does_not_wait_long_for_a_server_that_is_gone()
    {
        _ending.Interrupt(TimeSpan.FromSeconds(10));

        Assert.Equal(RunStage.Over, Look(15, live: 5));
    }

    [Fact]
    public void The_second_interruption_waits_for_nothing()
    {
        _ending.Interrupt(TimeSpan.FromSeconds(10));
        _ending.Interrupt(TimeSpan.FromSeconds(10.1));

        Assert.Equal(RunStage.Over, _ending.Stage);
    }

    [Fact]
    public void An_interruption_shortens_the_end_of_a_run_that_ends_anyway()
    {
        Look(60, live: 5);
        Look(65, live: 5);
        _ending.Interrupt(TimeSpan.FromSeconds(66));

        Assert.Equal(RunStage.Ending, Look(70.9, live: 5));
        Assert.Equal(RunStage.Over, Look(71, live: 5));
    }

    [Fact]
    public void A_run_at_its_limit_drains()
    {
        _ending.StopCalling(TimeSpan.FromSeconds(20));

        Assert.Equal(RunStage.Draining, Look(24.9, live: 5));
        Assert.Equal(RunStage.Ending, Look(25, live: 5));
    }

    private RunStage Look(double seconds, int live) => _ending.Look(TimeSpan.FromSeconds(seconds), live, nothingToCome: false);
}
