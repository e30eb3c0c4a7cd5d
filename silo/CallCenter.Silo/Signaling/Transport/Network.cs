using System.Net;
using CallCenter.Silo.Loop;
using CallCenter.Sip;

namespace CallCenter.Silo.Signaling.Transport;

/// <summary>The sockets behind one loop's outbox.</summary>
internal sealed class Network(SipPorts ports, LoopCounters counters) : ISipTransport
{
    private readonly SocketAddress _address = ports.Udp.NewAddress();

    public bool Send(in SipFlow flow, ReadOnlySpan<byte> message)
    {
        var sent = flow.Transport switch
        {
            SipTransport.Udp => ports.Udp.Send(flow.Remote, message, _address),
            SipTransport.Tcp => ports.Tcp.Send(in flow, message),
            SipTransport.Tls when ports.Tls is { } tls => tls.Send(in flow, message),
            _ => false,
        };
        if (sent)
        {
            counters.MessagesOut++;
        }
        else
        {
            counters.SendFailures++;
        }

        return sent;
    }
}
