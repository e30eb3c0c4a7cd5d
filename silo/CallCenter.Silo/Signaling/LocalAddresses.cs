using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CallCenter.Sip;

namespace CallCenter.Silo.Signaling;

/// <summary>
/// How we name ourselves in Via, Contact and From: the advertised address with our port, made once.
/// Deviation: RFC 3261 §19.1.1 (table 1) has no port in From. Phones call back whom their list shows under that URI, and without the port
/// reach whoever listens on 5060.
/// </summary>
internal sealed class LocalAddresses
{
    private readonly int _port;
    private readonly int _tlsPort;

    public LocalAddresses(IPAddress advertised, int port, int? tlsPort = null)
    {
        Host = advertised.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{advertised}]" : advertised.ToString();
        SentBy = string.Create(CultureInfo.InvariantCulture, $"{Host}:{port}");
        SentByBytes = System.Text.Encoding.ASCII.GetBytes(SentBy);
        UdpContact = $"<sip:{SentBy}>";
        TlsSentBy = string.Create(CultureInfo.InvariantCulture, $"{Host}:{tlsPort ?? port}");
        TlsContact = $"<sip:{TlsSentBy};transport=tls>";
        TcpContact = $"<sip:{SentBy};transport=tcp>";
        _port = port == SipTransport.Udp.DefaultPort() ? 0 : port;
        _tlsPort = (tlsPort ?? port) == SipTransport.Tls.DefaultPort() ? 0 : tlsPort ?? port;
    }

    public string Host { get; }

    public string SentBy { get; }

    public byte[] SentByBytes { get; }

    private string TlsSentBy { get; }

    private string TlsContact { get; }

    private string UdpContact { get; }

    private string TcpContact { get; }

    /// <summary>The Contact value for a peer reached over this transport.</summary>
    public string Contact(SipTransport transport) => transport switch
    {
        SipTransport.Tcp => TcpContact,
        SipTransport.Tls => TlsContact,
        _ => UdpContact,
    };

    /// <summary>The port of a From towards a peer reached over this transport; 0 for the transport's default, which is left out.</summary>
    public int FromPort(SipTransport transport) => transport == SipTransport.Tls ? _tlsPort : _port;

    /// <summary>The sent-by of a Via over this transport.</summary>
    public string SentByOver(SipTransport transport) => transport == SipTransport.Tls ? TlsSentBy : SentBy;

    /// <summary>
    /// The address to advertise: as told, else the bind address, else (bound to all) the one this machine would use towards the
    /// outside. No packet is sent to find out.
    /// </summary>
    public static IPAddress Choose(IPAddress bind, IPAddress? advertised)
    {
        if (advertised is not null)
        {
            return advertised;
        }

        if (!bind.Equals(IPAddress.Any) && !bind.Equals(IPAddress.IPv6Any))
        {
            return bind;
        }

        try
        {
            using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            probe.Connect(new IPAddress([192, 0, 2, 1]), 9);
            return ((IPEndPoint)probe.LocalEndPoint!).Address;
        }
        catch (SocketException)
        {
            return IPAddress.Loopback;
        }
    }
}
