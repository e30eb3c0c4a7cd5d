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
    /// <summary>Throws <see cref="UnusableSettingException"/> with a sentence for every port that cannot be opened.</summary>
    public static void Check(StartOptions options)
    {
        List<Asked> all =
        [
            new(options.HttpPort, "HTTP", "--http", SocketType.Stream),
            new(options.SipPort, "SIP", "--sip", SocketType.Dgram),
            new(options.SipPort, "SIP", "--sip", SocketType.Stream),
        ];
        if (options.SipTls is { } tls)
        {
            all.Add(new Asked(tls.Port, "SIP over TLS", "--sip-tls", SocketType.Stream));
        }

        var problems = all.Select(asked => Problem(options.Bind, asked)).OfType<string>().Distinct().ToList();
        if (problems.Count > 0)
        {
            throw new UnusableSettingException(string.Join(' ', problems));
        }
    }

    private static string? Problem(IPAddress address, Asked asked)
    {
        var port = $"Port {asked.Port} ({asked.What}) on {address}";
        return Try(address, asked) switch
        {
            SocketError.Success => null,
            SocketError.AddressAlreadyInUse => $"{port} is taken. Choose another with {asked.Option} PORT.",
            SocketError.AccessDenied => $"{port} may not be opened by this user. Choose one above 1023 with {asked.Option} PORT.",
            SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported =>
                $"The address {address} is not one of this machine's. Choose one of its own with --bind ADDRESS, or 0.0.0.0 for all.",
            var other => $"{port} cannot be opened ({other}). Choose another with {asked.Option} PORT or --bind ADDRESS.",
        };
    }

    private static SocketError Try(IPAddress address, Asked asked)
    {
        try
        {
            using var socket = new Socket(
                address.AddressFamily, asked.Type, asked.Type == SocketType.Dgram ? ProtocolType.Udp : ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(address, asked.Port));
            return SocketError.Success;
        }
        catch (SocketException failure)
        {
            return failure.SocketErrorCode;
        }
    }

    private sealed record Asked(int Port, string What, string Option, SocketType Type);
}
