using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CallCenter.Sip;

namespace CallCenter.Silo.Signaling;

/// <summary>How we name ourselves in Via, Contact and From: the advertised address with our port, made once.</summary>
internal sealed class LocalAddresses
{
    public LocalAddresses(IPAddress advertised, int port, int? tlsPort = null)
    {
        Host = advertised.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{advertised}]" : advertised.ToString();
        SentBy = string.Create(CultureInfo.InvariantCulture, $"{Host}:{port}");
        SentByBytes = System.Text.Encoding.ASCII.GetBytes(SentBy);
        UdpContact = $"<sip:{SentBy}>";
        TlsSentBy = string.Create(CultureInfo.InvariantCulture, $"{Host}:{tlsPort ?? port}");
        TlsContact = $"<sip:{TlsSentBy};transport=tls>";
        TcpContact = $"<sip:{SentBy};transport=tcp>";
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
