using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace CallCenter.Scenarios.Tests.Harness;

/// <summary>Port numbers nobody listens on, over UDP and TCP, each given out once per run.</summary>
internal static class Ports
{
    private static readonly HashSet<int> Given = [];

    public static (int First, int Second) Pair() => (Free(), Free());

    /// <summary>Whether somebody has this UDP port open.</summary>
    public static bool IsOpen(int port) =>
        IPGlobalProperties.GetIPGlobalProperties().GetActiveUdpListeners().Any(listener => listener.Port == port);

    public static int Free()
    {
        while (true)
        {
            using var tcp = new TcpListener(IPAddress.Loopback, 0);
            tcp.Start();
            var port = ((IPEndPoint)tcp.LocalEndpoint).Port;
            using var udp = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            try
            {
                udp.Bind(new IPEndPoint(IPAddress.Loopback, port));
            }
            catch (SocketException)
            {
                continue;
            }
            lock (Given)
            {
                if (Given.Add(port)) return port;
            }
        }
    }
}
