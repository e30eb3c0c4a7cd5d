namespace CallCenter.Sip;

/// <summary>Where the stack's bytes leave. Implemented by the host over sockets, by tests over a list.</summary>
public interface ISipTransport
{
    /// <summary>
    /// Sends one message. The bytes are only valid during the call. Returns false when it is already known that they cannot be
    /// sent; a failure found later is reported through <c>TransactionLayer.TransportFailed</c>.
    /// </summary>
    bool Send(in SipFlow flow, ReadOnlySpan<byte> message);
}
