using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using CallCenter.Sip;

namespace CallCenter.Silo.Signaling.Transport;

/// <summary>Socket addresses (sockaddr_in, sockaddr_in6) read and written in place, without an object per datagram.</summary>
internal static class SocketAddresses
{
    private const int PortAt = 2;
    private const int IPv4At = 4;
    private const int IPv6At = 8;
    private const int SolSocket = 1;
    private const int ForcedReceiveBuffer = 33;

    public static SipEndPoint Read(ReadOnlySpan<byte> bytes)
    {
        var port = BinaryPrimitives.ReadUInt16BigEndian(bytes[PortAt..]);
        return BinaryPrimitives.ReadUInt16LittleEndian(bytes) == (ushort)AddressFamily.InterNetwork
            ? new SipEndPoint(BinaryPrimitives.ReadUInt32BigEndian(bytes[IPv4At..]), port)
            : new SipEndPoint(new IPAddress(bytes.Slice(IPv6At, 16)), port);
    }

    /// <summary>Writes the end point in the family of <paramref name="address"/>; IPv4 peers of an IPv6 socket are mapped.</summary>
    public static void Write(SocketAddress address, SipEndPoint endPoint)
    {
        var bytes = address.Buffer.Span;
        BinaryPrimitives.WriteUInt16BigEndian(bytes[PortAt..], endPoint.Port);
        if (address.Family == AddressFamily.InterNetwork)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes[IPv4At..], endPoint.IPv4);
        }
        else
        {
            BinaryPrimitives.WriteUInt128BigEndian(bytes[IPv6At..], endPoint.AddressKey);
        }
    }

    /// <summary>
    /// Linux caps the receive buffer at net.core.rmem_max (208 KB: 0.1 s of a busy call center); a privileged process may exceed it.
    /// </summary>
    public static void ForceReceiveBuffer(Socket socket, int bytes)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            socket.SetRawSocketOption(SolSocket, ForcedReceiveBuffer, BitConverter.GetBytes(bytes));
        }
        catch (SocketException)
        {
            // Not privileged: the cap stays, overflow shows as drops of the socket in the system's statistics.
        }
    }
}
