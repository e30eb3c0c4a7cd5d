using System.Net;
using System.Net.Sockets;

namespace CallCenter.Web.Start;

/// <summary>
/// Looks before the start whether the ports are free, so that the message names the port and the option instead of a stack trace
/// half way through the start. A port taken in between is still reported by whoever binds it. It only binds: who reconnects while we start
/// must not be accepted by a socket that is closed again at once.
/// </summary>
public static class Ports
{
    /// <summary>One sentence per port that cannot be used; empty when all are free.</summary>
    public static IReadOnlyList<string> Taken(StartOptions options)
    {
        List<string> taken = [];
        if (!IsFree(SocketType.Stream, ProtocolType.Tcp, options.Bind, options.HttpPort))
        {
            taken.Add($"Port {options.HttpPort} (HTTP) on {options.Bind} is taken. Choose another with --http PORT.");
        }

        if (!IsFree(SocketType.Dgram, ProtocolType.Udp, options.Bind, options.SipPort)
            || !IsFree(SocketType.Stream, ProtocolType.Tcp, options.Bind, options.SipPort))
        {
            taken.Add($"Port {options.SipPort} (SIP) on {options.Bind} is taken. Choose another with --sip PORT.");
        }

        if (options.SipTls is { } tls && !IsFree(SocketType.Stream, ProtocolType.Tcp, options.Bind, tls.Port))
        {
            taken.Add($"Port {tls.Port} (SIP over TLS) on {options.Bind} is taken. Choose another with --sip-tls PORT.");
        }

        return taken;
    }

    private static bool IsFree(SocketType type, ProtocolType protocol, IPAddress address, int port)
    {
        using var socket = new Socket(address.AddressFamily, type, protocol);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
