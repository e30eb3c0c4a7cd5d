using System.Net;
using System.Net.Sockets;

namespace CallCenter.Media.Linux;

/// <summary>One bound UDP socket. Opened and closed by .NET, read and written by system calls that never wait and never throw.</summary>
internal sealed unsafe class UdpPort : IDisposable
{
    // Expedited forwarding (RFC 3246), as RFC 4594 has it for telephony: code point 46 in the upper six bits.
    private const int Telephony = 46 << 2;
    private const int IPv6Level = 41;
    private const int IPv6TrafficClass = 67;

    private readonly Socket _socket;

    private UdpPort(Socket socket)
    {
        _socket = socket;
        Descriptor = (int)socket.SafeHandle.DangerousGetHandle();
    }

    public int Descriptor { get; }

    public IPEndPoint LocalEndPoint => (IPEndPoint)_socket.LocalEndPoint!;

    /// <returns>Null with the error when the system does not give this port.</returns>
    public static UdpPort? TryOpen(IPEndPoint local, out SocketError error)
    {
        var socket = new Socket(local.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            Mark(socket);
            socket.Bind(local);
            error = SocketError.Success;
            return new UdpPort(socket);
        }
        catch (SocketException problem)
        {
            socket.Dispose();
            error = problem.SocketErrorCode;
            return null;
        }
    }

    /// <summary>The next datagram, if there is one.</summary>
    /// <param name="buffer">What is longer is cut.</param>
    /// <returns>Its length; less than 0 for none.</returns>
    public int Receive(Span<byte> buffer, out PeerAddress source)
    {
        source = default;
        var sourceLength = PeerAddress.MostBytes;
        fixed (byte* bytes = buffer)
        fixed (PeerAddress* address = &source)
        {
            return (int)LibC.ReceiveFrom(Descriptor, bytes, (nuint)buffer.Length, LibC.DoNotWait, address, &sourceLength);
        }
    }

    /// <summary>False when the system did not take it; like a loss on the way, nobody waits for it.</summary>
    public bool Send(ReadOnlySpan<byte> datagram, in PeerAddress target)
    {
        fixed (byte* bytes = datagram)
        fixed (PeerAddress* address = &target)
        {
            return LibC.SendTo(Descriptor, bytes, (nuint)datagram.Length, LibC.DoNotWait, address, target.Length) == datagram.Length;
        }
    }

    public void Dispose() => _socket.Dispose();

    private static void Mark(Socket socket)
    {
        if (socket.AddressFamily == AddressFamily.InterNetwork)
        {
            socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.TypeOfService, Telephony);
        }
        else
        {
            socket.SetRawSocketOption(IPv6Level, IPv6TrafficClass, BitConverter.GetBytes(Telephony));
        }
    }
}
