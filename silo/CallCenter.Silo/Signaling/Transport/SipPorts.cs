using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Signaling.Transport;

/// <summary>What serves the SIP ports: UDP, TCP, and TLS where it is asked for.</summary>
internal sealed class SipPorts : IDisposable
{
    /// <summary>Takes the sockets over.</summary>
    /// <param name="certificate">Null where no TLS port was taken.</param>
    public SipPorts(
        BoundSockets sockets, TlsCertificate? certificate, StreamLimits limits, SipEdge edge, SiloCounters counters, ILogger log)
    {
        Udp = new UdpTransport(sockets.Udp, edge, counters, log);
        Tcp = new TcpTransport(sockets.Tcp, edge, counters, log, limits);
        Tls = sockets.Tls is { } listener ? new TcpTransport(listener, edge, counters, log, limits, certificate) : null;
    }

    public UdpTransport Udp { get; }

    public TcpTransport Tcp { get; }

    /// <summary>Null where no TLS port was asked for.</summary>
    public TcpTransport? Tls { get; }

    /// <summary>Connections that stand, TCP and TLS together.</summary>
    public int Connections => Tcp.Count + (Tls?.Count ?? 0);

    public void Start()
    {
        Udp.Start();
        Tcp.Start();
        Tls?.Start();
    }

    public void Dispose()
    {
        Udp.Dispose();
        Tcp.Dispose();
        Tls?.Dispose();
    }
}
