using System.Net;
using CallCenter.Load.Arrivals;
using CallCenter.Load.Callers;
using CallCenter.Load.Chance;
using CallCenter.Load.Phones;
using CallCenter.Load.Tests.Transport;
using CallCenter.Load.Transport;

namespace CallCenter.Load.Tests.Phones;

/// <summary>A phone and the trunk talk with each other without a server between, over two sockets on loopback.</summary>
public sealed class ConversationTests : IDisposable
{
    private static readonly IPEndPoint FreePort = new(IPAddress.Loopback, 0);
    private static readonly TimeRange Soon = TimeRange.Milliseconds(20, 40);
    private static readonly TimeRange Later = TimeRange.Milliseconds(200, 300);
    private static readonly TimeRange Never = TimeRange.Seconds(600, 600);

    private static readonly PhoneHabits Answers = new()
    {
        AnswerAfter = Soon,
        MissChance = 0,
        RejectChance = 0,
        HangUpFirstChance = 0,
        HoldChance = 0,
        MeanBetweenOwnCalls = null,
    };

    private static readonly CallerHabits Patient = new()
    {
        Patience = Spread.Always(TimeSpan.FromHours(10)),
        Talk = Later,
        RedialChance = 0,
    };

    private readonly SimulationLoop _loop = new(TimeProvider.System);
    private readonly SimulationCounts _counts = new();
    private readonly List<PlacedCall> _ended = [];
    private readonly UserAgentHost _phoneHost;
    private readonly UserAgentHost _trunkHost;

    public ConversationTests()
    {
        _phoneHost = new UserAgentHost(_loop, FreePort, FreePort);
        _trunkHost = new UserAgentHost(_loop, FreePort, _phoneHost.Local.ToIPEndPoint());
        _phoneHost.Start();
        _trunkHost.Start();
    }

    [Fact]
    public void A_caller_is_answered_talks_and_hangs_up()
    {
        var call = Call(Answers, Patient);

        Assert.Equal(CallerOutcome.Answered, call.Outcome);
        Assert.InRange(call.ConnectedAt!.Value - call.PlacedAt, Soon.Least, TimeSpan.FromSeconds(2));
        Assert.InRange(call.EndedAt - call.ConnectedAt.Value, Later.Least, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void An_employee_may_hang_up_first()
    {
        var call = Call(Answers with { HangUpFirstChance = 1, Talk = Later }, Patient with { Talk = Never });

        Assert.Equal(CallerOutcome.Answered, call.Outcome);
        Assert.InRange(call.EndedAt - call.ConnectedAt!.Value, Later.Least, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void A_caller_without_patience_cancels_and_the_phone_stops_ringing()
    {
        var call = Call(Answers with { MissChance = 1 }, Patient with { Patience = Soon });

        Assert.Equal(CallerOutcome.Abandoned, call.Outcome);
        Assert.Equal(1, _counts.Abandoned);
        Assert.Equal(1, _counts.RingsMissed);
    }

    [Fact]
    public void A_phone_that_nobody_cancels_stops_ringing_by_itself()
    {
        var call = Call(Answers with { MissChance = 1, RingsAtMost = Soon.Most }, Patient);

        Assert.Equal((CallerOutcome.Failed, 480), (call.Outcome, call.Status));
    }

    [Fact]
    public void An_employee_does_not_listen_to_silence_for_ever()
    {
        var call = Call(Answers with { Talk = Soon, Silence = Soon.Least }, Patient with { Talk = Never });

        Assert.InRange(call.EndedAt - call.ConnectedAt!.Value, Soon.Most, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void A_rejected_call_fails_with_486()
    {
        var call = Call(Answers with { RejectChance = 1, RejectAfter = Soon }, Patient);

        Assert.Equal((CallerOutcome.Failed, 486), (call.Outcome, call.Status));
        Assert.Equal(1, _counts.RingsRejected);
    }

    [Fact]
    public void Hold_and_its_end_leave_the_conversation_intact()
    {
        var holds = new HoldWatcher();
        var habits = Answers with { HoldChance = 1, HoldAfter = Soon, HoldFor = TimeRange.Milliseconds(60, 80) };
        Take(habits);
        var leg = _trunkHost.Call(new OutgoingCall("+380501112233", "Ганна", "olena", null), holds);
        _loop.RunUntil(() => holds.Sees(leg, held: true, then: false), "the caller was held and taken back");

        Assert.Equal(LegState.Talking, leg.State);
    }

    [Fact]
    public void A_caller_whom_nobody_answered_calls_again()
    {
        Take(Answers with { RejectChance = 1, RejectAfter = Soon });
        Trunk(Patient with { RedialChance = 1, RedialAfter = Soon });
        _loop.RunUntil(() => _ended.Count >= 3, "there were two redials");

        Assert.Single(_ended.Select(call => call.From).Distinct());
    }

    [Fact]
    public void A_trunk_that_stops_ends_its_calls_on_both_sides()
    {
        Take(Answers);
        var trunk = Trunk(Patient with { Talk = Never });
        var stopped = false;
        _loop.RunUntil(EndedAfterStop, "all legs were over");

        Assert.Equal(CallerOutcome.Answered, Assert.Single(_ended).Outcome);

        bool EndedAfterStop()
        {
            if (!stopped && _counts.Answered == 1)
            {
                stopped = true;
                trunk.Stop();
            }

            return stopped && AllLegsAreOver();
        }
    }

    [Fact]
    public void A_second_call_to_a_talking_phone_is_busy()
    {
        Take(Answers);
        var first = new HoldWatcher();
        var second = new HoldWatcher();
        var busy = false;
        _trunkHost.Call(new OutgoingCall("1", null, "olena", null), first);
        _loop.RunUntil(SecondIsRefused, "the second call was refused");

        Assert.Equal(486, second.Status);

        bool SecondIsRefused()
        {
            if (first.IsConnected && !busy)
            {
                busy = true;
                _trunkHost.Call(new OutgoingCall("2", null, "olena", null), second);
            }

            return second.Status is not null;
        }
    }

    public void Dispose()
    {
        _phoneHost.Dispose();
        _trunkHost.Dispose();
        _loop.Dispose();
    }

    private PlacedCall Call(PhoneHabits phone, CallerHabits caller)
    {
        Take(phone);
        Trunk(caller);
        _loop.RunUntil(() => _ended.Count == 1 && AllLegsAreOver(), "the call ended on both sides");
        return _ended[0];
    }

    private void Take(PhoneHabits habits)
    {
        var phone = new SimulatedPhone(
            _phoneHost, new PhoneAccount("olena", "password"), habits, new PhoneDirectory([], []), new Random(1), _counts);
        _phoneHost.IncomingCall = (leg, _) => phone.TakeCall(leg);
    }

    /// <summary>Places one call at once and no other within the test's time.</summary>
    private SimulatedTrunk Trunk(CallerHabits habits)
    {
        var seeds = new Seeds(1);
        var trunk = new SimulatedTrunk(
            _trunkHost, habits, new ClientPopulation(seeds, 10), ["olena"], seeds, _counts, _ended.Add);
        trunk.Start(new PoissonArrivals(new FirstAtOnce(), callsPerSecond: 0.01), openingCalls: 0);
        return trunk;
    }

    private bool AllLegsAreOver() => _phoneHost.LiveLegs == 0 && _trunkHost.LiveLegs == 0;

    /// <summary>The first arrival comes at once, the second in an hour.</summary>
    private sealed class FirstAtOnce : Random
    {
        private double _next;

        public override double NextDouble()
        {
            var draw = _next;
            _next = Math.BitDecrement(1.0);
            return draw;
        }
    }

    /// <summary>Watches one call.</summary>
    private sealed class HoldWatcher : ICallParty
    {
        private bool _sawFirst;

        public int? Status { get; private set; }

        public bool IsConnected { get; private set; }

        public bool Sees(CallLeg leg, bool held, bool then)
        {
            _sawFirst |= leg.IsHeldByPeer == held;
            return _sawFirst && leg.IsHeldByPeer == then;
        }

        public void Rang(CallLeg leg)
        {
            // Of no interest here.
        }

        public void Connected(CallLeg leg) => IsConnected = true;

        public void Failed(CallLeg leg, int status) => Status = status;

        public void HungUp(CallLeg leg) => IsConnected = false;
    }
}
