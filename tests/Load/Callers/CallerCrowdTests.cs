using CallCenter.Load.Arrivals;
using CallCenter.Load.Callers;
using CallCenter.Load.Chance;
using CallCenter.Load.Results;
using CallCenter.Load.Tests.Transport;

namespace CallCenter.Load.Tests.Callers;

public sealed class CallerCrowdTests : CrowdFixture
{
    [Fact]
    public void Every_arrival_becomes_one_recorded_call()
    {
        Staff(Answers);
        var crowd = Crowd(new BurstArrivals(40, TimeSpan.FromMilliseconds(200)), Patient);
        crowd.Start(Loop.Now);
        RunUntilOver(crowd);

        var progress = Recorder.Progress();
        Assert.Equal((40, 40, 0, 0), (progress.Offered, progress.Completed, progress.Waiting, progress.Talking));
        Assert.Equal(40, Kept().Select(call => call.CallId).Distinct().Count());
        Assert.Equal((40, 0), (crowd.Offered, crowd.Bad));
    }

    [Fact]
    public void Calls_that_are_late_are_due_when_they_should_have_been()
    {
        Staff(Answers);
        var crowd = Crowd(new BurstArrivals(10, TimeSpan.FromMilliseconds(100)), Patient);
        crowd.Start(Loop.Now - TimeSpan.FromSeconds(2));
        RunUntilOver(crowd);
        var late = Recorder.Finish(new RunDescription("", "", new Dictionary<string, string>(), false), new BesidesCalls())
            .Latencies.Single(latency => latency.Name == LatencyNames.Of(Latency.DueToInvite));

        Assert.Equal(10, late.Count);
        Assert.InRange(late.P50, 1_900, 10_000);
    }

    [Fact]
    public void Whoever_was_not_served_calls_again_with_his_number_until_he_is()
    {
        Staff(Answers with { RejectChance = 1, RejectAfter = Soon });
        var crowd = Crowd(
            new BurstArrivals(1, TimeSpan.Zero), Patient with { RedialChance = 1, RedialAfter = Spread.Always(TimeSpan.Zero) });
        crowd.Start(Loop.Now);
        Loop.RunUntil(() => crowd.Bad >= 3, "there were two redials");
        crowd.StopArrivals();
        RunUntilOver(crowd);

        Assert.Equal(crowd.Offered, Recorder.Progress().Failed);
    }

    [Fact]
    public void All_who_talk_hang_up_at_once_and_those_who_wait_stay()
    {
        Staff(Answers with { AnswerAfter = Spread.Always(TimeSpan.Zero) });
        var crowd = Crowd(new BurstArrivals(20, TimeSpan.Zero), Patient with { Talk = Spread.Always(TimeSpan.FromHours(1)) });
        crowd.Start(Loop.Now);
        Loop.RunUntil(() => crowd.Talking == 20, "all talked");
        crowd.HangUpTalking();
        RunUntilOver(crowd);

        Assert.Equal(20, Recorder.Progress().Completed);
        Assert.All(Kept(), call => Assert.Equal(ObservedOutcome.Answered, call.Outcome));
    }

    [Fact]
    public void Ending_all_ends_waiting_calls_by_cancel_and_talking_ones_by_bye()
    {
        Staff(Answers with { MissChance = 0.5, AnswerAfter = Spread.Always(TimeSpan.Zero) });
        var crowd = Crowd(new BurstArrivals(40, TimeSpan.Zero), Patient with { Talk = Spread.Always(TimeSpan.FromHours(1)) });
        crowd.Start(Loop.Now);
        Loop.RunUntil(() => crowd.Talking > 0 && crowd.Talking + Counts.RingsMissed == 40, "all rang or talked");
        var talking = crowd.Talking;
        crowd.StopArrivals();
        crowd.EndAll();
        RunUntilOver(crowd);

        var progress = Recorder.Progress();
        Assert.Equal((talking, 40 - talking), (progress.Completed, progress.Abandoned));
    }

    [Fact]
    public void Calls_that_never_end_are_told_as_unfinished()
    {
        Staff(Answers with { MissChance = 1 });
        var crowd = Crowd(new BurstArrivals(3, TimeSpan.Zero), Patient);
        crowd.Start(Loop.Now);
        Loop.RunUntil(() => crowd.Live == 3, "all called");
        crowd.GiveUpRest();

        Assert.True(crowd.IsOver);
        Assert.Equal("unfinished", Recorder.Progress().Causes.Single().Cause);
        Assert.Equal(3, Recorder.Progress().Failed);
    }

    [Fact]
    public void Calls_come_over_tcp_where_that_is_their_share()
    {
        using var peer = new TcpPeer();
        using var trunk = new Load.Transport.UserAgentHost(Loop, FreePort, peer.Address);
        trunk.Start();
        var options = new CrowdOptions(Patient, ["+380442000000"], TcpShare: 1, new HashSet<int>());
        var crowd = new CallerCrowd(trunk, options, new BurstArrivals(5, TimeSpan.Zero), Recorder, Live, new Seeds(1));
        crowd.Start(Loop.Now);
        Loop.RunUntil(() => crowd.IsOver && trunk.LiveLegs == 0, "all calls were over");

        Assert.Equal(5, Recorder.Progress().Completed);
        Assert.Equal(trunk.Local.Port, peer.CallersPort);
    }

    [Fact]
    public void A_tcp_connection_that_is_refused_fails_the_call_at_once()
    {
        var peer = new TcpPeer();
        peer.Dispose();
        using var trunk = new Load.Transport.UserAgentHost(Loop, FreePort, peer.Address);
        trunk.Start();
        var options = new CrowdOptions(Patient, ["+380442000000"], TcpShare: 1, new HashSet<int>());
        var crowd = new CallerCrowd(trunk, options, new BurstArrivals(1, TimeSpan.Zero), Recorder, Live, new Seeds(1));
        crowd.Start(Loop.Now);
        Loop.RunUntil(() => crowd.IsOver, "the call was over");

        Assert.Equal("INVITE transport", Recorder.Progress().Causes.Single().Cause);
    }

    private IEnumerable<KeptCall> Kept() => Enumerable.Range(0, Recorder.Calls.Count).Select(index => Recorder.Calls[index]);
}
