using System.Net;
using System.Net.Sockets;

namespace CallCenter.Silo.Signaling.Transport;

/// <summary>A port could not be opened; the message names it, its protocol, and what to do.</summary>
public sealed class PortTakenException(string message, Exception inner) : IOException(message, inner)
{
    internal static Exception For(string protocol, IPEndPoint endPoint, SocketException failure) => failure.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse => new PortTakenException(
            $"SIP port {endPoint.Port}/{protocol} on {endPoint.Address} is taken by another program; end it or choose another port.", failure),
        SocketError.AccessDenied => new PortTakenException(
            $"SIP port {endPoint.Port}/{protocol} on {endPoint.Address} may not be opened by this user; choose a port above 1023.", failure),
        SocketError.AddressNotAvailable => new PortTakenException(
            $"Address {endPoint.Address} is not one of this machine's; SIP port {endPoint.Port}/{protocol} cannot be opened on it.", failure),
        _ => new PortTakenException(
            $"SIP port {endPoint.Port}/{protocol} on {endPoint.Address} cannot be opened: {failure.Message}", failure),
    };
}
