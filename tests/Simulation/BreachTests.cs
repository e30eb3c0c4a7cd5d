using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Employees;
using CallCenter.Engine;

namespace CallCenter.Simulation.Tests;

/// <summary>An engine that lied or forgot would be caught: turns are spoiled before they are judged.</summary>
public class BreachTests
{
    /// <summary>What is spoiled, and what is said about it.</summary>
    public static TheoryData<string, string> Spoilings => new()
    {
        { "a leg ends and nobody tells it", "is over and nobody tells it" },
        { "a leg is never rung", "begins and nobody rings it" },
        { "a queue is left without a word", "in a queue" },
        { "a leg ends twice", "ends a second time" },
        { "a wrap-up has no end", "WrapUp" },
        { "a conversation is not connected", "a conversation is not connected: " },
        { "an ended call is ended again", "that are live, or over already" },
        { "a record lies about the talk", "the record says" },
        { "a call expires before its time", "expired early" },
        { "an offer is charged to an employee", "is charged to an employee" },
    };

    [Theory]
    [MemberData(nameof(Spoilings))]
    public void A_breach_is_noticed_and_says_how_to_see_it_again(string spoiling, string said)
    {
        bool done = false;
        void Spoil(Turn turn) => done = done || Spoiled(turn, spoiling);

        var failure = Assert.Throws<SimulationFailure>(() =>
        {
            for (int seed = 0; seed < 20; seed++) Day.Run(DayPlan.Small(seed), Spoil);
        });

        Assert.True(done);
        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
        Assert.Contains("CALLCENTER_SEED=small-", failure.Message, StringComparison.Ordinal);
    }

    private static bool Spoiled(Turn turn, string spoiling) => spoiling switch
    {
        "a leg ends and nobody tells it" => turn.Effects.RemoveAll(effect => effect is EndLeg { Leg.IsCaller: false }) > 0,
        "a leg is never rung" => turn.Effects.RemoveAll(effect => effect is RingLeg) > 0,
        "a queue is left without a word" => turn.Events.Exists(e => e is CallEnded) && turn.Events.RemoveAll(e => e is QueueLeft) > 0,
        "a leg ends twice" => !turn.Events.Exists(e => e is CallEnded)
            && Again(turn.Events, turn.Events.Find(e => e is LegEnded)),
        "a wrap-up has no end" => Replace<EmployeeStateChanged>(
            turn, change => change.To?.Activity == Activity.WrapUp, change => change with { To = change.To! with { Until = null } }),
        "a conversation is not connected" => turn.Effects.RemoveAll(effect => effect is Bridge) > 0,
        "an ended call is ended again" => turn.Events.Exists(e => e is CallEnded { Record.Call.Value: > 3 })
            && Again(turn.Effects, new EndLeg(new LegId(new CallId(1), 0), HangUpReason.Normal)),
        "a call expires before its time" => Replace<CallEnded>(
            turn, ended => ended.Record.Reason is HangUpReason.NoSuchNumber or HangUpReason.NoAnswer,
            ended => new(ended.Record with { Reason = HangUpReason.InvitationExpired })),
        "an offer is charged to an employee" => turn.Events.Find(e => e is LegEnded { End: LegEnd.OfferRefused, SipStatus: 488 })
            is LegEnded refused && turn.Events.OfType<EmployeeStateChanged>().FirstOrDefault() is { } freed
            && Again(turn.Events, new RingMissed(freed.Employee, refused.Leg.Call, null, RingMiss.Unreachable, 0, null)),
        _ => Replace<CallEnded>(turn, ended => ended.Record.TalkMs > 0, ended => new(ended.Record with { TalkMs = 1 })),
    };

    private static bool Again<T>(List<T> list, T? item) where T : class
    {
        if (item is not null) list.Add(item);
        return item is not null;
    }

    private static bool Replace<T>(Turn turn, Predicate<T> which, Func<T, T> by) where T : ProjectEvent
    {
        int at = turn.Events.FindIndex(e => e is T happened && which(happened));
        if (at >= 0) turn.Events[at] = by((T)turn.Events[at]);
        return at >= 0;
    }
}
