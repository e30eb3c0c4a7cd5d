namespace CallCenter.Sip;

/// <summary>
/// The way to a peer: transport, remote address, and the local socket or connection. <see cref="Channel"/> is the host's own
/// number for it; 0 means "any": the host picks the socket, and for a reliable transport opens or reuses a connection.
/// </summary>
public readonly record struct SipFlow(SipTransport Transport, SipEndPoint Remote, long Channel = 0)
{
    public bool IsReliable => Transport.IsReliable();

    /// <summary>True for the default value: nothing is known about the way.</summary>
    public bool IsNone => Transport == SipTransport.Unknown;
}
