using System.Net;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Signaling.Transport;

/// <summary>The open SIP port, UDP and TCP of the same number; the sockets behind the outbox.</summary>
internal sealed class SipPorts : IDisposable
{
    private const int MostTries = 20;

    private SipPorts(UdpTransport udp, TcpTransport tcp)
    {
        Udp = udp;
        Tcp = tcp;
    }

    public UdpTransport Udp { get; }

    public TcpTransport Tcp { get; }

    public IPEndPoint EndPoint => Udp.LocalEndPoint;

    /// <summary>
    /// Opens both or throws <see cref="PortTakenException"/>. Port 0 takes one that is free for both: the system chooses for UDP, and
    /// where TCP has that number in use it is asked again.
    /// </summary>
    public static SipPorts Open(IPEndPoint bind, NetworkInputs inputs, SiloCounters counters, ILogger log)
    {
        for (var attempt = 1; ; attempt++)
        {
            var udp = new UdpTransport(bind, inputs, counters, log);
            try
            {
                return new SipPorts(udp, new TcpTransport(new IPEndPoint(bind.Address, udp.LocalEndPoint.Port), inputs, counters, log));
            }
            catch (PortTakenException) when (bind.Port == 0 && attempt < MostTries)
            {
                udp.Dispose();
            }
            catch
            {
                udp.Dispose();
                throw;
            }
        }
    }

    public void Start()
    {
        Udp.Start();
        Tcp.Start();
    }

    public void Dispose()
    {
        Udp.Dispose();
        Tcp.Dispose();
    }
}
