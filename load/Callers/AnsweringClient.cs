using CallCenter.Load.Transport;

namespace CallCenter.Load.Callers;

/// <summary>Somebody whom the company calls through the trunk: takes the call, refuses it, or lets it ring.</summary>
internal sealed class AnsweringClient : ICallParty
{
    // A server that died sends no CANCEL.
    private static readonly TimeSpan RingsAtMost = TimeSpan.FromSeconds(90);

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
        _next = plan.AnswerAfter is { } answerAfter
            ? trunk.Loop.After(answerAfter, leg.Answer)
            : trunk.Loop.After(plan.RefuseAfter ?? RingsAtMost, () => Refuse(plan.RefuseAfter is null ? 480 : 486));
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

    private void Refuse(int status)
    {
        _leg.Refuse(status);
        End();
    }

    private void End()
    {
        _next?.Cancel();
        _trunk.Ended(this);
    }
}
