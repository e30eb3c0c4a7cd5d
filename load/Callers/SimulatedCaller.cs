using CallCenter.Load.Transport;

namespace CallCenter.Load.Callers;

/// <summary>One client's call through the trunk: he listens to the ringing as long as his patience lasts, talks, hangs up.</summary>
internal sealed class SimulatedCaller : ICallParty
{
    private readonly SimulatedTrunk _trunk;
    private readonly CallerPlan _plan;
    private readonly CallLeg _leg;
    private readonly TimeSpan _placedAt;
    private LoopTimer? _next;
    private TimeSpan? _connectedAt;

    public SimulatedCaller(SimulatedTrunk trunk, CallerPlan plan, Client client, string number)
    {
        _trunk = trunk;
        _plan = plan;
        Client = client;
        Number = number;
        _placedAt = trunk.Loop.Now;
        _leg = trunk.Place(client, number, this);
        _next = trunk.Loop.After(plan.Patience, GiveUp);
    }

    public Client Client { get; }

    /// <summary>The company's number that was called.</summary>
    public string Number { get; }

    public void Rang(CallLeg leg)
    {
        // Ringing tells the caller nothing he acts on.
    }

    public void Connected(CallLeg leg)
    {
        _next?.Cancel();
        _connectedAt = _trunk.Loop.Now;
        _trunk.Counts.CallAnswered();
        _next = _trunk.Loop.After(_plan.Talk, HangUp);
    }

    public void Failed(CallLeg leg, int status) => End(CallerOutcome.Failed, status);

    public void HungUp(CallLeg leg) => End(CallerOutcome.Answered, 200);

    /// <summary>Ends the call in whatever state it is; no redial.</summary>
    public void Stop()
    {
        _leg.HangUp();
        End(_connectedAt is null ? CallerOutcome.Abandoned : CallerOutcome.Answered, _connectedAt is null ? 487 : 200);
    }

    private void GiveUp()
    {
        _leg.HangUp();
        End(CallerOutcome.Abandoned, 487);
    }

    private void HangUp()
    {
        _leg.HangUp();
        End(CallerOutcome.Answered, 200);
    }

    private void End(CallerOutcome outcome, int status)
    {
        _next?.Cancel();
        _trunk.Ended(this, new PlacedCall(
            _leg.CallId, Client.Number, Number, outcome, status, _placedAt, _connectedAt, _trunk.Loop.Now));
        if (outcome != CallerOutcome.Answered && _plan.RedialAfter is { } pause)
        {
            _trunk.CallAgain(Client, Number, pause);
        }
    }
}
