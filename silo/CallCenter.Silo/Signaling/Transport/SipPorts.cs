using System.Net;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Signaling.Transport;

/// <summary>The open SIP ports, UDP and TCP of the same number and TLS where it is asked for; the sockets behind the outbox.</summary>
internal sealed class SipPorts : IDisposable
{
    private const int MostTries = 20;

    private SipPorts(UdpTransport udp, TcpTransport tcp, TcpTransport? tls)
    {
        Udp = udp;
        Tcp = tcp;
        Tls = tls;
    }

    public UdpTransport Udp { get; }

    public TcpTransport Tcp { get; }

    /// <summary>Null where no TLS port was asked for.</summary>
    public TcpTransport? Tls { get; }

    public IPEndPoint EndPoint => Udp.LocalEndPoint;

    /// <summary>
    /// Opens all or throws <see cref="PortTakenException"/> or <see cref="CertificateUnusableException"/>. Port 0 takes one that is free
    /// for both UDP and TCP: the system chooses for UDP, and where TCP has that number in use it is asked again.
    /// </summary>
    public static SipPorts Open(SiloOptions options, NetworkInputs inputs, SiloCounters counters, ILogger log)
    {
        var limits = new StreamLimits { Connections = options.SipConnections, MessageWithin = options.SipMessageWithin };
        var tls = OpenTls(options, inputs, counters, log, limits);
        var bind = new IPEndPoint(options.BindAddress, options.SipPort);
        for (var attempt = 1; ; attempt++)
        {
            UdpTransport? udp = null;
            try
            {
                udp = new UdpTransport(bind, inputs, counters, log);
                var tcp = new TcpTransport(new IPEndPoint(bind.Address, udp.LocalEndPoint.Port), inputs, counters, log, limits);
                return new SipPorts(udp, tcp, tls);
            }
            catch (PortTakenException) when (bind.Port == 0 && attempt < MostTries)
            {
                udp?.Dispose();
            }
            catch
            {
                udp?.Dispose();
                tls?.Dispose();
                throw;
            }
        }
    }

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

    private static TcpTransport? OpenTls(
        SiloOptions options, NetworkInputs inputs, SiloCounters counters, ILogger log, StreamLimits limits)
    {
        if (options.SipTls is not { } tls)
        {
            return null;
        }

        var certificate = new TlsCertificate(tls.CertificateFile, tls.KeyFile, log);
        return new TcpTransport(new IPEndPoint(options.BindAddress, tls.Port), inputs, counters, log, limits, certificate);
    }
}
