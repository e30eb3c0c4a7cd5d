using CallCenter.Silo.Loop;
using CallCenter.Sip;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Signaling.Transport;

/// <summary>What the network hands to the loop: messages, and flows that broke.</summary>
internal sealed class NetworkInputs(SiloLoop loop, SipEdge edge)
{
    public SiloLoop Loop => loop;

    public void Message(SipMessage? message, SipParseError error, Action handled) =>
        loop.Queue(new ReceivedMessage(edge, message, error, handled, edge.Core.Counters.Telemetry.Received()));

    public void Failure(SipFlow flow) => loop.Enter(new BrokenFlow(edge, flow));

    /// <summary>The same from inside the loop: handled in the next batch.</summary>
    public void FailureWhileSending(SipFlow flow) => loop.Queue(new BrokenFlow(edge, flow));

    private sealed class ReceivedMessage(SipEdge edge, SipMessage? message, SipParseError error, Action handled, long receivedAt)
        : LoopInput
    {
        public override void Handle(long now)
        {
            handled();
            edge.Core.ReceivedAt = receivedAt;
            edge.Receive(message, error, now);
        }
    }

    private sealed class BrokenFlow(SipEdge edge, SipFlow flow) : LoopInput
    {
        public override void Handle(long now) => edge.OnBroken(flow, now);
    }
}
