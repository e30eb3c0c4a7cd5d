using System.Net;
using System.Net.Sockets;

namespace CallCenter.Silo.Signaling.Transport;

/// <summary>
/// The SIP ports as they are taken at the start, before anything is served on them: what says where we are reached has to know them.
/// UDP and TCP have the same number. Whoever serves them disposes of them.
/// </summary>
internal sealed class BoundSockets : IDisposable
{
    private const int MostTries = 20;
    private const int DatagramBufferBytes = 8 * 1024 * 1024;
    private const int MostWaitingConnections = 512;

    private BoundSockets(Socket udp, Socket tcp, Socket? tls)
    {
        Udp = udp;
        Tcp = tcp;
        Tls = tls;
    }

    public Socket Udp { get; }

    public Socket Tcp { get; }

    /// <summary>Null where no TLS port was asked for.</summary>
    public Socket? Tls { get; }

    /// <summary>UDP and TCP.</summary>
    public IPEndPoint EndPoint => (IPEndPoint)Udp.LocalEndPoint!;

    public IPEndPoint? TlsEndPoint => (IPEndPoint?)Tls?.LocalEndPoint;

    /// <summary>
    /// Takes all or throws <see cref="PortTakenException"/>. Port 0 takes one that is free for both UDP and TCP: the system chooses for
    /// UDP, and where TCP has that number in use it is asked again.
    /// </summary>
    /// <param name="tlsPort">Null: no TLS.</param>
    public static BoundSockets Bind(IPAddress address, int port, int? tlsPort)
    {
        var tls = tlsPort is { } number ? Listen(new IPEndPoint(address, number), "TLS") : null;
        for (var attempt = 1; ; attempt++)
        {
            Socket? udp = null;
            try
            {
                udp = BindDatagrams(new IPEndPoint(address, port));
                var tcp = Listen(new IPEndPoint(address, ((IPEndPoint)udp.LocalEndPoint!).Port), "TCP");
                return new BoundSockets(udp, tcp, tls);
            }
            catch (PortTakenException) when (port == 0 && attempt < MostTries)
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

    /// <summary>For a start that fails before they are served.</summary>
    public void Dispose()
    {
        Udp.Dispose();
        Tcp.Dispose();
        Tls?.Dispose();
    }

    private static Socket BindDatagrams(IPEndPoint bind)
    {
        var socket = new Socket(bind.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.ReceiveBufferSize = DatagramBufferBytes;
            socket.SendBufferSize = DatagramBufferBytes;
            SocketAddresses.ForceReceiveBuffer(socket, DatagramBufferBytes);
            socket.Bind(bind);
            return socket;
        }
        catch (SocketException failure)
        {
            socket.Dispose();
            throw PortTakenException.For("UDP", bind, failure);
        }
    }

    private static Socket Listen(IPEndPoint bind, string protocol)
    {
        var socket = new Socket(bind.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(bind);
            socket.Listen(MostWaitingConnections);
            return socket;
        }
        catch (SocketException failure)
        {
            socket.Dispose();
            throw PortTakenException.For(protocol, bind, failure);
        }
    }
}
