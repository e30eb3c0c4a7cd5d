using CallCenter.Load.Arrivals;
using CallCenter.Load.Callers;
using CallCenter.Load.Chance;
using CallCenter.Load.Results;
using CallCenter.Load.Tests.Callers;
using CallCenter.Load.Tests.Transport;

namespace CallCenter.Load.Tests.Phones;

public sealed class PhoneTroubleTests : CrowdFixture
{
    private static readonly Spread AtOnce = Spread.Always(TimeSpan.Zero);
    private static readonly Spread Never = Spread.Always(TimeSpan.FromHours(1));

    [Fact]
    public void A_transfer_is_asked_for_once_and_its_answer_counted()
    {
        Staff(Answers with { TransferChance = 1, TransferAfter = AtOnce });
        var crowd = Start(1, Patient with { Talk = Never });
        Loop.RunUntil(() => Counts.Transfers.Count > 0, "the transfer was answered");
        crowd.EndAll();
        RunUntilOver(crowd);

        // A caller's phone agrees to whatever it is asked; a server may refuse.
        Assert.Equal(1, Counts.Transfers[200]);
        Assert.Equal(1, Recorder.Progress().Completed);
    }

    [Fact]
    public void A_phone_that_loses_its_network_while_it_talks_says_nothing_and_takes_calls_again_when_it_is_back()
    {
        Staff(Answers with { AnswerAfter = AtOnce });
        var crowd = Start(1, Patient with { Talk = Never });
        Loop.RunUntil(() => crowd.Talking == 1 && Phones[0].IsTalking, "they talked");
        Phones[0].LoseNetwork(TimeSpan.FromMilliseconds(200));

        // The caller's BYE gets lost as long as the phone is away, and is repeated.
        crowd.HangUpTalking();
        Loop.RunUntil(() => crowd.IsOver, "the caller's BYE was answered");
        var call = Assert.Single(Enumerable.Range(0, Recorder.Calls.Count).Select(index => Recorder.Calls[index]));

        Assert.Equal((ObservedOutcome.Failed, 1), (call.Outcome, Counts.NetworksLost));
        Assert.Equal("BYE 481", Recorder.Progress().Causes.Single().Cause);
        Assert.InRange(call.End.ToMicros - call.End.FromMicros, 200_000, 10_000_000);
        Assert.False(Phones[0].IsBusy);
    }

    [Fact]
    public void A_phone_that_loses_its_network_while_it_rings_refuses_the_call_when_it_is_back()
    {
        Staff(Answers with { MissChance = 1, LoseNetworkChance = 1, LoseNetworkAfter = AtOnce, AwayFor = Soon });
        var crowd = Start(1, Patient);
        RunUntilOver(crowd);

        Assert.Equal("INVITE 480", Recorder.Progress().Causes.Single().Cause);
    }

    [Fact]
    public void A_call_that_ends_before_the_network_would_be_lost_loses_nothing()
    {
        Staff(Answers with { LoseNetworkChance = 1, LoseNetworkAfter = Never });
        var crowd = Start(3, Patient);
        RunUntilOver(crowd);

        Assert.Equal((3, 0), (Recorder.Progress().Completed, Counts.NetworksLost));
    }

    private CallerCrowd Start(int calls, CallerHabits habits)
    {
        var crowd = Crowd(new BurstArrivals(calls, TimeSpan.Zero), habits);
        crowd.Start(Loop.Now);
        return crowd;
    }
}
