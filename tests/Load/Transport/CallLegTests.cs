using System.Net;
using CallCenter.Load.Transport;

namespace CallCenter.Load.Tests.Transport;

/// <summary>Two hosts on loopback, one calling the other, with parties that note what they hear.</summary>
public sealed class CallLegTests : IDisposable
{
    private static readonly IPEndPoint FreePort = new(IPAddress.Loopback, 0);

    private readonly SimulationLoop _loop = new(TimeProvider.System);
    private readonly UserAgentHost _called;
    private readonly UserAgentHost _calling;
    private readonly NotingParty _callee = new();
    private readonly NotingParty _caller = new();
    private CallLeg? _calleeLeg;

    public CallLegTests()
    {
        _called = new UserAgentHost(_loop, FreePort, FreePort);
        _calling = new UserAgentHost(_loop, FreePort, _called.Local.ToIPEndPoint());
        _called.IncomingCall = (leg, _) =>
        {
            _calleeLeg = leg;
            return _callee;
        };
        _called.Start();
        _calling.Start();
    }

    [Fact]
    public void The_called_side_sees_who_calls_and_both_hear_of_the_conversation()
    {
        var leg = Call();
        _loop.RunUntil(() => _calleeLeg is not null, "the INVITE arrived");
        _calleeLeg!.Ring();
        _calleeLeg.Answer();
        _loop.RunUntil(() => _callee.Heard.Contains("connected") && _caller.Heard.Contains("connected"), "both talk");

        Assert.Equal("+380501112233", _calleeLeg.CallerUser);
        Assert.Equal(["rang", "connected"], _caller.Heard);
        Assert.Equal((LegState.Talking, LegState.Talking), (leg.State, _calleeLeg.State));
        Assert.Equal(leg.CallId, _calleeLeg.CallId);
    }

    [Fact]
    public void An_answer_that_crosses_the_cancel_is_acknowledged_and_ended()
    {
        var leg = Call();
        _loop.RunUntil(() => _calleeLeg is not null, "the INVITE arrived");
        _calleeLeg!.Answer();
        leg.HangUp();
        _loop.RunUntil(AllIsOver, "no leg was left");

        Assert.Equal(["connected", "hung up"], _callee.Heard);
        Assert.Equal(["failed 200"], _caller.Heard);
    }

    [Fact]
    public void A_caller_who_gives_up_before_anything_came_back_leaves_nothing_behind()
    {
        Call().HangUp();
        _loop.RunUntil(() => _calleeLeg is not null, "the INVITE arrived");
        _calleeLeg!.Ring();
        _loop.RunUntil(AllIsOver, "no leg was left");

        Assert.Equal(["hung up"], _callee.Heard);
        Assert.Equal(["failed 487"], _caller.Heard);
    }

    [Fact]
    public void A_called_side_that_hangs_up_before_the_ack_waits_for_it()
    {
        Call();
        _loop.RunUntil(() => _calleeLeg is not null, "the INVITE arrived");
        _calleeLeg!.Answer();
        _calleeLeg.HangUp();
        Assert.Equal(LegState.Answering, _calleeLeg.State);
        _loop.RunUntil(AllIsOver, "no leg was left");

        Assert.Equal(["connected", "hung up"], _caller.Heard);
    }

    [Fact]
    public void When_both_hang_up_at_once_each_side_ends()
    {
        var leg = Call();
        _loop.RunUntil(() => _calleeLeg is not null, "the INVITE arrived");
        _calleeLeg!.Answer();
        _loop.RunUntil(() => _callee.Heard.Contains("connected"), "both talk");
        leg.HangUp();
        _calleeLeg.HangUp();
        _loop.RunUntil(AllIsOver, "no leg was left");
    }

    [Fact]
    public void Orders_that_come_too_late_do_nothing()
    {
        var leg = Call();
        _loop.RunUntil(() => _calleeLeg is not null, "the INVITE arrived");
        _calleeLeg!.Refuse(486);
        _calleeLeg.Answer();
        _calleeLeg.Ring();
        _calleeLeg.Hold(true);
        _calleeLeg.HangUp();
        _loop.RunUntil(AllIsOver, "no leg was left");
        leg.HangUp();

        Assert.Equal(["failed 486"], _caller.Heard);
        Assert.Equal((LegState.Over, LegState.Over), (leg.State, _calleeLeg.State));
    }

    public void Dispose()
    {
        _called.Dispose();
        _calling.Dispose();
        _loop.Dispose();
    }

    private CallLeg Call() => _calling.Call(new OutgoingCall("+380501112233", "Ганна", "olena", null), _caller);

    private bool AllIsOver() => _called.LiveLegs == 0 && _calling.LiveLegs == 0;

    private sealed class NotingParty : ICallParty
    {
        public List<string> Heard { get; } = [];

        public void Rang(CallLeg leg) => Heard.Add("rang");

        public void Connected(CallLeg leg) => Heard.Add("connected");

        public void Failed(CallLeg leg, int status) => Heard.Add($"failed {status}");

        public void HungUp(CallLeg leg) => Heard.Add("hung up");
    }
}
