using System.Net;
using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Registration;

/// <summary>
/// Whether a phone is where its Contact says. It is (RFC 3261 §10.2.1), also where it sends from another port than it listens on, unless
/// its Via says otherwise: it asks for symmetric responses (RFC 3581) and was not seen where it believes to be; or its Contact is private
/// and its source is not. Then the way its request came leads back and nothing else.
/// </summary>
public static class ContactRouting
{
    /// <summary>The way to the Contact; none where only the request's own flow leads to the phone, or where both are the same.</summary>
    public static SipFlow Direct(SipMessage request, SipUri contact)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(contact);

        // Deviation: host names in a phone's Contact are mostly made up (.invalid, .local) and not looked up; the flow is used.
        var (flow, transport) = (request.Flow, TransportTo(contact, request.Flow.Transport));
        if (transport is not (SipTransport.Udp or SipTransport.Tcp) || flow.Transport is not (SipTransport.Udp or SipTransport.Tcp)
            || !TryLiteral(contact.Host, out var address) || IsAny(address)
            || (PrivateAddresses.Contains(address) && !PrivateAddresses.Contains(flow.Remote.Address))
            || IsSeenElsewhere(request))
        {
            return default;
        }

        var direct = new SipFlow(transport, new SipEndPoint(address, contact.PortOrDefault));
        return direct == flow with { Channel = 0 } ? default : direct;
    }

    /// <summary>The Contact names an address that the request did not come from.</summary>
    public static bool IsElsewhere(SipFlow flow, SipUri contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return !TryLiteral(contact.Host, out var address) || new SipEndPoint(address, 0).AddressKey != flow.Remote.AddressKey;
    }

    /// <summary>Over a connection the source port says nothing: nobody listens there.</summary>
    private static bool IsSeenElsewhere(SipMessage request)
    {
        var (flow, via) = (request.Flow, request.TopVia);
        if (!via.HasRport)
        {
            return false;
        }

        if (!TryLiteral(System.Text.Encoding.ASCII.GetString(via.Host), out var address)
            || new SipEndPoint(address, 0).AddressKey != flow.Remote.AddressKey)
        {
            return true;
        }

        return !flow.IsReliable && (via.Port == 0 ? flow.Transport.DefaultPort() : via.Port) != flow.Remote.Port;
    }

    private static SipTransport TransportTo(SipUri contact, SipTransport used) =>
        contact.IsSips ? SipTransport.Tls : contact.Transport == SipTransport.Unknown ? used : contact.Transport;

    private static bool TryLiteral(string host, out IPAddress address) => IPAddress.TryParse(host.AsSpan().Trim("[]"), out address!);

    private static bool IsAny(IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);
}
