using CallCenter.Sip;

namespace CallCenter.Silo.Signaling.Transport;

/// <summary>The sockets behind the outbox.</summary>
internal sealed class Network(UdpTransport udp, TcpTransport tcp, TcpTransport? tls) : ISipTransport
{
    public bool Send(in SipFlow flow, ReadOnlySpan<byte> message) => flow.Transport switch
    {
        SipTransport.Udp => udp.Send(flow.Remote, message),
        SipTransport.Tcp => tcp.Send(in flow, message),
        SipTransport.Tls when tls is not null => tls.Send(in flow, message),
        _ => false,
    };
}
