using CallCenter.Load.Transport;

namespace CallCenter.Load.Tests.Transport;

public class SimulationLoopTests
{
    [Fact]
    public void Timers_fire_in_the_order_of_their_times_and_not_before()
    {
        using var loop = new SimulationLoop(TimeProvider.System);
        var fired = new List<string>();
        var early = false;
        loop.After(TimeSpan.FromMilliseconds(30), () => fired.Add("second"));
        loop.After(TimeSpan.FromMilliseconds(10), () =>
        {
            early = loop.Now < TimeSpan.FromMilliseconds(10);
            fired.Add("first");
        });
        loop.After(TimeSpan.FromMilliseconds(30), () => fired.Add("third"));
        loop.RunUntil(() => fired.Count == 3, "three timers fired");

        Assert.Equal(["first", "second", "third"], fired);
        Assert.False(early);
    }

    [Fact]
    public void A_cancelled_timer_does_not_fire()
    {
        using var loop = new SimulationLoop(TimeProvider.System);
        var fired = new List<string>();
        var cancelled = loop.After(TimeSpan.FromMilliseconds(1), () => fired.Add("cancelled"));
        loop.After(TimeSpan.FromMilliseconds(5), () => fired.Add("kept"));
        cancelled.Cancel();
        loop.RunUntil(() => fired.Count > 0, "a timer fired");

        Assert.Equal(["kept"], fired);
    }

    [Fact]
    public void Work_posted_from_another_thread_runs_on_the_loop()
    {
        using var loop = new SimulationLoop(TimeProvider.System);
        var thread = 0;
        var poster = new Thread(() => loop.Post(() => thread = Environment.CurrentManagedThreadId));
        poster.Start();
        loop.RunUntil(() => thread != 0, "the work ran");
        poster.Join();

        Assert.Equal(Environment.CurrentManagedThreadId, thread);
    }
}
