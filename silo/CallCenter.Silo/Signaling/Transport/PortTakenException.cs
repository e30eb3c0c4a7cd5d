using System.Net;
using System.Net.Sockets;
using CallCenter.Abstractions;

namespace CallCenter.Silo.Signaling.Transport;

/// <summary>A port could not be opened; the message names it, its protocol, and what to do.</summary>
public sealed class PortTakenException(string message, Exception inner) : RefusedStartException(message, inner)
{
    internal static PortTakenException For(string protocol, IPEndPoint endPoint, SocketException failure)
    {
        var port = $"SIP port {endPoint.Port}/{protocol} on {endPoint.Address}";
        var message = failure.SocketErrorCode switch
        {
            SocketError.AddressAlreadyInUse => $"{port} is taken by another program; end it or choose another port.",
            SocketError.AccessDenied => $"{port} may not be opened by this user; choose a port above 1023.",
            SocketError.AddressNotAvailable => $"{port} cannot be opened: the address is not one of this machine's.",
            _ => $"{port} cannot be opened: {failure.Message}",
        };
        return new PortTakenException(message, failure);
    }
}
