using CallCenter.Sip;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Signaling.Targets;

/// <summary>Where a request inside a dialog is sent (RFC 3261 §12.2.1.1), with respect for NAT and open connections.</summary>
internal static class DialogRouting
{
    /// <param name="lastFlow">The way the peer's messages really come.</param>
    /// <param name="isPhone">
    /// A phone of ours sits behind who knows what: without proxies between, requests go back along the flow it uses (RFC 3581).
    /// </param>
    public static SipFlow NextFlow(Dialog dialog, SipFlow lastFlow, bool isPhone, ResolvedHosts hosts, long now)
    {
        var hasNoRoutes = dialog.RouteSet.Count == 0;
        var next = dialog.NextHop;
        if (HasConnection(lastFlow) || (isPhone && hasNoRoutes) || hosts.Known(next.Host, now) is not { } address)
        {
            return lastFlow;
        }

        var isBehindNat = hasNoRoutes && PrivateAddresses.Contains(address) && !PrivateAddresses.Contains(lastFlow.Remote.Address);
        return isBehindNat ? lastFlow : new SipFlow(TransportTo(next, lastFlow), new SipEndPoint(address, next.PortOrDefault));
    }

    /// <summary>
    /// A connection that ended has lost its channel, as all have after a restart; its peer is reached like one never heard of. Over TLS
    /// no other is opened, and nothing less is used.
    /// </summary>
    private static bool HasConnection(SipFlow flow) => flow.IsReliable && (flow.Channel != 0 || flow.Transport == SipTransport.Tls);

    /// <summary>Who used a connection and names no transport is not reached over anything less.</summary>
    private static SipTransport TransportTo(SipUri next, SipFlow lastFlow) =>
        next.Transport == SipTransport.Unknown && lastFlow.IsReliable ? lastFlow.Transport : Flows.TransportTo(next);
}
