using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Signaling.Calls;

/// <summary>Whoever answered a re-INVITE with a 2xx waits for its ACK.</summary>
internal interface IAcknowledged
{
    void OnAck(SipMessage ack, long now);

    /// <summary>It did not come in time (RFC 3261 §13.3.1.4).</summary>
    void OnAckMissing(long now);
}
