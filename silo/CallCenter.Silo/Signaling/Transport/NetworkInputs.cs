using CallCenter.Silo.Loop;
using CallCenter.Sip;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Signaling.Transport;

/// <summary>What the network hands to the loop: messages, and flows that broke.</summary>
/// <param name="Received">Inside the loop.</param>
/// <param name="Broke">Inside the loop, with whether the connection was closed in good order.</param>
internal sealed record NetworkInputs(
    SiloLoop Loop, Action<SipMessage?, SipParseError, long> Received, Action<SipFlow, bool, long> Broke)
{
    public void Message(SipMessage? message, SipParseError error, Action handled) =>
        Loop.Queue(new StreamMessage(Received, message, error, handled));

    public void Ended(SipFlow flow, bool inGoodOrder) => Loop.Enter(new BrokenFlow(Broke, flow, inGoodOrder));

    /// <summary>The same from inside the loop: handled in the next batch.</summary>
    public void FailureWhileSending(SipFlow flow) => Loop.Queue(new BrokenFlow(Broke, flow, false));

    private sealed class StreamMessage(
        Action<SipMessage?, SipParseError, long> received, SipMessage? message, SipParseError error, Action handled) : LoopInput
    {
        public override void Handle(long now)
        {
            handled();
            received(message, error, now);
        }
    }

    private sealed class BrokenFlow(Action<SipFlow, bool, long> broke, SipFlow flow, bool inGoodOrder) : LoopInput
    {
        public override void Handle(long now) => broke(flow, inGoodOrder, now);
    }
}
