using CallCenter.Silo.Loop;
using CallCenter.Sip;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Signaling.Transport;

/// <summary>What the network hands to the loop: messages, and flows that broke.</summary>
internal sealed class NetworkInputs(SiloLoop loop, SipEdge edge)
{
    public SiloLoop Loop => loop;

    public void Message(SipMessage? message, SipParseError error, Action handled) =>
        loop.Queue(new ReceivedMessage(edge, message, error, handled));

    /// <summary>A message not worth reading: its source is beyond its rate. From any thread.</summary>
    public bool Drops(SipEndPoint remote, ReadOnlySpan<byte> message) => edge.Core.KnownGuard.Drops(remote, message);

    /// <param name="inGoodOrder">Nothing was left unsent, and the network did not fail.</param>
    public void Ended(SipFlow flow, bool inGoodOrder) => loop.Enter(new BrokenFlow(edge, flow, inGoodOrder));

    /// <summary>What was to be sent cannot; from inside the loop: handled in the next batch.</summary>
    public void FailureWhileSending(SipFlow flow) => loop.Queue(new BrokenFlow(edge, flow, inGoodOrder: false));

    private sealed class ReceivedMessage(SipEdge edge, SipMessage? message, SipParseError error, Action handled) : LoopInput
    {
        public override void Handle(long now)
        {
            handled();
            edge.Receive(message, error, now);
        }
    }

    private sealed class BrokenFlow(SipEdge edge, SipFlow flow, bool inGoodOrder) : LoopInput
    {
        public override void Handle(long now) => edge.OnBroken(flow, inGoodOrder, now);
    }
}
