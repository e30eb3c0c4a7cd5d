using System.Net.NetworkInformation;
using CallCenter.Load.Server;

namespace CallCenter.Scenarios.Tests.Harness;

/// <summary>Port numbers nobody listens on, over UDP and TCP, each given out once per run.</summary>
internal static class Ports
{
    public static int Free() => FreePorts.Next();

    public static (int First, int Second) Pair() => (Free(), Free());

    /// <summary>Whether somebody has this UDP port open.</summary>
    public static bool IsOpen(int port) =>
        IPGlobalProperties.GetIPGlobalProperties().GetActiveUdpListeners().Any(listener => listener.Port == port);
}
