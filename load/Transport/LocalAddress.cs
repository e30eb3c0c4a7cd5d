using System.Net;
using System.Net.Sockets;

namespace CallCenter.Load.Transport;

/// <summary>Which of this machine's addresses a peer sees.</summary>
public static class LocalAddress
{
    /// <summary>The source address the system would take towards this peer; nothing is sent.</summary>
    public static IPAddress Towards(IPEndPoint peer)
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        probe.Connect(peer);
        return ((IPEndPoint)probe.LocalEndPoint!).Address;
    }
}
