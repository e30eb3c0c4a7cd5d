using System.Net;
using System.Net.Sockets;

namespace CallCenter.Load.Server;

/// <summary>Ports of loopback that nobody listens on.</summary>
internal static class FreePorts
{
    private const int MostTries = 100;

    /// <summary>A port that is free over UDP and over TCP.</summary>
    /// <exception cref="SocketException">There is none.</exception>
    public static int Next()
    {
        for (var tries = 1; ; tries++)
        {
            using var tcp = new TcpListener(IPAddress.Loopback, 0);
            tcp.Start();
            var port = ((IPEndPoint)tcp.LocalEndpoint).Port;
            using var udp = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            try
            {
                udp.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException) when (tries < MostTries)
            {
                // Another program has it over UDP.
            }
        }
    }
}
