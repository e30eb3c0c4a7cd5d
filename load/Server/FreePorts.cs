using System.Net;
using System.Net.Sockets;

namespace CallCenter.Load.Server;

/// <summary>
/// Ports of loopback that nobody listens on. They lie below those that systems give to connecting sockets: a program that asks for a server
/// which is only starting would now and then be given the server's own number, be connected with itself, and keep the server from it.
/// They are even: the port above is nobody's, because some phones listen there as well (baresip: SIP over TLS).
/// </summary>
internal static class FreePorts
{
    private const int First = 20_000;
    private const int Count = 6_000;
    private static readonly int Offset = Random.Shared.Next(Count);
    private static int _looked;

    /// <summary>A port that is free over UDP and over TCP, and was not given to anybody in this process.</summary>
    /// <exception cref="IOException">There is none.</exception>
    public static int Next()
    {
        while (Interlocked.Increment(ref _looked) is var looked && looked <= Count)
        {
            var port = First + (2 * ((Offset + looked) % Count));
            if (IsFree(port)) return port;
        }
        throw new IOException($"No port from {First} to {First + (2 * Count)} is free over UDP and TCP.");
    }

    internal static bool IsFree(int port) =>
        IsFree(port, SocketType.Stream, ProtocolType.Tcp) && IsFree(port, SocketType.Dgram, ProtocolType.Udp);

    private static bool IsFree(int port, SocketType type, ProtocolType protocol)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, type, protocol);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
