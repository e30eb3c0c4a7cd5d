using System.Buffers.Binary;
using System.Net;
using CallCenter.Sip;

namespace CallCenter.Load.Transport;

/// <summary>IPv4 socket addresses (sockaddr_in) read and written in place, without an object per datagram.</summary>
internal static class IPv4SocketAddresses
{
    private const int PortAt = 2;
    private const int AddressAt = 4;

    public static SipEndPoint Read(SocketAddress address)
    {
        var bytes = address.Buffer.Span;
        var address4 = BinaryPrimitives.ReadUInt32BigEndian(bytes[AddressAt..]);
        return new SipEndPoint(address4, BinaryPrimitives.ReadUInt16BigEndian(bytes[PortAt..]));
    }

    public static void Write(SocketAddress address, SipEndPoint endPoint)
    {
        var bytes = address.Buffer.Span;
        BinaryPrimitives.WriteUInt16BigEndian(bytes[PortAt..], endPoint.Port);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[AddressAt..], endPoint.IPv4);
    }
}
