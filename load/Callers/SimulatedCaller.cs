using CallCenter.Load.Transport;

namespace CallCenter.Load.Callers;

/// <summary>One client's call through the trunk: he listens to the ringing as long as his patience lasts, talks, hangs up.</summary>
internal sealed class SimulatedCaller : ICallParty
{
    private readonly SimulatedTrunk _trunk;
    private readonly CallerPlan _plan;
    private readonly CallLeg _leg;
    private readonly DateTimeOffset _placedAt;
    private LoopTimer _next;
    private DateTimeOffset? _connectedAt;
    private bool _gaveUp;

    public SimulatedCaller(SimulatedTrunk trunk, CallerPlan plan, SimulatedClient client, string number)
    {
        _trunk = trunk;
        _plan = plan;
        Client = client;
        Number = number;
        _placedAt = trunk.Loop.UtcNow;
        _leg = trunk.Place(client, number, this);
        _next = trunk.Loop.After(plan.Patience, GiveUp);
    }

    public SimulatedClient Client { get; }

    /// <summary>The company's number that was called.</summary>
    public string Number { get; }

    public void Rang(CallLeg leg)
    {
        // Ringing tells the caller nothing he acts on.
    }

    public void Connected(CallLeg leg)
    {
        _next.Cancel();
        _connectedAt = _trunk.Loop.UtcNow;
        _trunk.Counts.CallAnswered();
        _next = _trunk.Loop.After(_plan.Talk, HangUp);
    }

    public void Failed(CallLeg leg, int status)
    {
        if (!_gaveUp)
        {
            End(CallerOutcome.Failed, status);
        }
        else if (status < 300)
        {
            // Somebody took the call in the moment he gave up: for the protocol, and for the server, it was answered.
            _connectedAt = _trunk.Loop.UtcNow;
            _trunk.Counts.CallAnswered();
            End(CallerOutcome.Answered, status);
        }
        else
        {
            End(CallerOutcome.Abandoned, status);
        }
    }

    public void HungUp(CallLeg leg) => End(CallerOutcome.Answered, 200);

    /// <summary>Ends the call in whatever state it is.</summary>
    public void Stop()
    {
        if (_connectedAt is null)
        {
            GiveUp();
        }
        else
        {
            HangUp();
        }
    }

    private void GiveUp()
    {
        _next.Cancel();
        _gaveUp = true;
        _leg.HangUp();
    }

    private void HangUp()
    {
        _leg.HangUp();
        End(CallerOutcome.Answered, 200);
    }

    private void End(CallerOutcome outcome, int status)
    {
        _next.Cancel();
        _trunk.Ended(this, new PlacedCall(
            _leg.CallId, Client.Number, Number, outcome, status, _placedAt, _connectedAt, _trunk.Loop.UtcNow));
        if (outcome != CallerOutcome.Answered && _plan.RedialAfter is { } pause)
        {
            _trunk.CallAgain(Client, Number, pause);
        }
    }
}
