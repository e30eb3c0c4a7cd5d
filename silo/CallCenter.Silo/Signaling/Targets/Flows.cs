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
}
