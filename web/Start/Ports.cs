using System.Net;
using System.Net.Sockets;

namespace CallCenter.Web.Start;

/// <summary>
/// Looks before the start whether the ports can be opened, so that the message names the port and the option instead of whatever fails half
/// way through the start. A port taken in between is still reported by whoever binds it. It only binds: who reconnects while we start
/// must not be accepted by a socket that is closed again at once.
/// </summary>
public static class Ports
{
    private const string Bind = "--bind";

    /// <summary>Throws <see cref="UnusableSettingException"/> with a sentence for every port that cannot be opened.</summary>
    public static void Check(StartOptions options)
    {
        IEnumerable<Asked> all =
        [
            .. options.HasPages ? [new Asked(options.Bind, options.HttpPort, "HTTP", "--http", SocketType.Stream)] : Array.Empty<Asked>(),
            .. options.HasSilo ? OfSilo(options) : [],
        ];
        var problems = all.Select(Problem).OfType<string>().Distinct().ToList();
        if (problems.Count > 0)
        {
            throw new UnusableSettingException(string.Join(' ', problems));
        }
    }

    private static IEnumerable<Asked> OfSilo(StartOptions options)
    {
        yield return new(options.Bind, options.SipPort, "SIP", "--sip", SocketType.Dgram);
        yield return new(options.Bind, options.SipPort, "SIP", "--sip", SocketType.Stream);
        if (options.SipTls is { } tls)
        {
            yield return new Asked(options.Bind, tls.Port, "SIP over TLS", "--sip-tls", SocketType.Stream);
        }

        if (options.Cluster is { } cluster)
        {
            yield return new Asked(cluster.Address, cluster.SiloPort, "silos", "--silo-port", SocketType.Stream, "--cluster-address");
            yield return new Asked(cluster.Address, cluster.GatewayPort, "pages", "--gateway-port", SocketType.Stream, "--cluster-address");
        }
    }

    private static string? Problem(Asked asked)
    {
        var address = asked.Address;
        var port = $"Port {asked.Port} ({asked.What}) on {address}";
        return Try(asked) switch
        {
            SocketError.Success => null,
            SocketError.AddressAlreadyInUse => $"{port} is taken. Choose another with {asked.Option} PORT.",
            SocketError.AccessDenied => $"{port} may not be opened by this user. Choose one above 1023 with {asked.Option} PORT.",
            SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported =>
                $"The address {address} is not one of this machine's. Choose one of its own with {asked.AddressOption} ADDRESS"
                + (asked.AddressOption == Bind ? ", or 0.0.0.0 for all." : "."),
            var other => $"{port} cannot be opened ({other}). Choose another with {asked.Option} PORT or {asked.AddressOption} ADDRESS.",
        };
    }

    private static SocketError Try(Asked asked)
    {
        try
        {
            using var socket = new Socket(
                asked.Address.AddressFamily, asked.Type, asked.Type == SocketType.Dgram ? ProtocolType.Udp : ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(asked.Address, asked.Port));
            return SocketError.Success;
        }
        catch (SocketException failure)
        {
            return failure.SocketErrorCode;
        }
    }

    private sealed record Asked(
        IPAddress Address, int Port, string What, string Option, SocketType Type, string AddressOption = Bind);
}
