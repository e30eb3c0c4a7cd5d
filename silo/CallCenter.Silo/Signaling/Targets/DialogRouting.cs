using CallCenter.Sip;
using CallCenter.Sip.Dialogs;

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
        if (lastFlow.IsReliable || (isPhone && hasNoRoutes) || hosts.Known(next.Host, now) is not { } address)
        {
            return lastFlow;
        }

        var isBehindNat = hasNoRoutes && Flows.IsPrivate(address) && !Flows.IsPrivate(lastFlow.Remote.Address);
        return isBehindNat ? lastFlow : new SipFlow(Flows.TransportTo(next), new SipEndPoint(address, next.PortOrDefault));
    }
}
