using System.Net;
using System.Net.Sockets;
using System.Text;
using CallCenter.Sip;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Signaling.Targets;

/// <summary>Flows as text, the way events keep them: <c>udp:10.0.0.5:5062</c>.</summary>
internal static class Flows
{
    public static string ToText(in SipFlow flow) => flow.Transport switch
    {
        SipTransport.Tcp => "tcp:",
        SipTransport.Tls => "tls:",
        _ => "udp:",
    } + flow.Remote;

    /// <summary>The transport to a URI: TLS where it says so, never less; UDP where it says nothing or what is not served here.</summary>
    public static SipTransport TransportTo(SipUri uri) =>
        uri.Transport is SipTransport.Tcp or SipTransport.Tls ? uri.Transport : SipTransport.Udp;

    public static bool TryParse(string text, out SipFlow flow)
    {
        flow = default;
        var colon = text.IndexOf(':');
        if (colon < 0 || !SipEndPoint.TryParse(text[(colon + 1)..], 5060, out var remote))
        {
            return false;
        }

        flow = new SipFlow(SipTransports.Parse(Encoding.ASCII.GetBytes(text[..colon])), remote);
        return true;
    }

    /// <summary>An address that cannot be reached from outside its own network (RFC 1918, loopback, link-local, RFC 6598, ULA).</summary>
    public static bool IsPrivate(IPAddress address)
    {
        if (IPAddress.IsLoopback(address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
        {
            return true;
        }

        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return address.IsIPv6UniqueLocal || address.IsIPv6LinkLocal;
        }

        Span<byte> bytes = stackalloc byte[4];
        address.TryWriteBytes(bytes, out _);
        return bytes switch
        {
            [10, ..] => true,
            [172, >= 16 and <= 31, ..] => true,
            [192, 168, ..] => true,
            [169, 254, ..] => true,
            [100, >= 64 and <= 127, ..] => true,
            _ => false,
        };
    }
}
