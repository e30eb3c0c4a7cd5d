using CallCenter.Load.Transport;

namespace CallCenter.Load.Callers;

/// <summary>Somebody whom the company calls through the trunk: takes the call, refuses it, or lets it ring.</summary>
internal sealed class AnsweringClient : ICallParty
{
    private readonly SimulatedTrunk _trunk;
    private readonly AnswerPlan _plan;
    private readonly CallLeg _leg;
    private LoopTimer? _next;

    public AnsweringClient(SimulatedTrunk trunk, AnswerPlan plan, CallLeg leg)
    {
        _trunk = trunk;
        _plan = plan;
        _leg = leg;
        leg.Ring();
        if (plan.AnswerAfter is { } answerAfter)
        {
            _next = trunk.Loop.After(answerAfter, leg.Answer);
        }
        else if (plan.RefuseAfter is { } refuseAfter)
        {
            _next = trunk.Loop.After(refuseAfter, Refuse);
        }
    }

    public void Rang(CallLeg leg)
    {
        // Only calls that this party placed ring elsewhere, and it places none.
    }

    public void Connected(CallLeg leg) => _next = _trunk.Loop.After(_plan.Talk, Stop);

    public void Failed(CallLeg leg, int status) => End();

    public void HungUp(CallLeg leg) => End();

    public void Stop()
    {
        _leg.HangUp();
        End();
    }

    private void Refuse()
    {
        _leg.Refuse(486);
        End();
    }

    private void End()
    {
        _next?.Cancel();
        _trunk.Ended(this);
    }
}
