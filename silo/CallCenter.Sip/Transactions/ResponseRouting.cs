using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Transactions;

/// <summary>Where the responses to a request go (RFC 3261 §18.2.2, RFC 3581 §4).</summary>
public static class ResponseRouting
{
    /// <summary>
    /// Reliable: the request's own connection. UDP: the source address, at its source port when rport was asked for, else at the
    /// port of sent-by. Deviation: maddr (multicast) is not honoured; it would let strangers aim our responses at others.
    /// </summary>
    public static SipFlow Destination(SipMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var flow = request.Flow;
        var via = request.TopVia;
        if (flow.IsReliable || via.HasRport)
        {
            return flow;
        }

        return flow with { Remote = flow.Remote.WithPort(via.Port == 0 ? flow.Transport.DefaultPort() : via.Port) };
    }

    /// <summary>The connection of a request is gone: a new one to the source address, at the port of sent-by (RFC 3261 §18.2.2).</summary>
    public static SipFlow WithoutConnection(SipMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (flow, via) = (request.Flow, request.TopVia);
        return new SipFlow(flow.Transport, flow.Remote.WithPort(via.Port == 0 ? flow.Transport.DefaultPort() : via.Port));
    }
}
