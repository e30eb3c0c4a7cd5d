using System.Net.Sockets;
using CallCenter.Sip;

namespace CallCenter.Silo.Signaling.Transport;

/// <summary>Waits for datagrams of one socket. For one thread.</summary>
internal interface IDatagramReader : IDisposable
{
    /// <summary>
    /// Waits for a datagram and takes those along that are there already; their number. Throws <see cref="SocketException"/>, and
    /// <see cref="ObjectDisposedException"/> once the socket is closed.
    /// </summary>
    int Receive();

    /// <summary>One of those received, until the next <see cref="Receive"/>.</summary>
    ReadOnlySpan<byte> Bytes(int index);

    SipEndPoint Source(int index);
}
