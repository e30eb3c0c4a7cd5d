using CallCenter.Silo.Loop;
using CallCenter.Sip;

namespace CallCenter.Silo.Signaling;

/// <summary>A connection ended, or a datagram could not be sent; told to one project.</summary>
/// <param name="inGoodOrder">Nothing was left unsent, and the network did not fail.</param>
internal sealed class BrokenFlow(ProjectSignaling project, SipFlow flow, bool inGoodOrder) : LoopInput
{
    public override void Handle(long now) => project.OnBroken(flow, inGoodOrder, now);
}
