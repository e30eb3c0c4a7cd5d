using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace CallCenter.Media.Linux;

/// <summary>
/// A socket address as the system writes it (sockaddr_in, sockaddr_in6), compared and kept without an object per packet. What the address
/// of its family leaves free is zero.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct PeerAddress
{
    /// <summary>Room for either family.</summary>
    public const uint MostBytes = 28;

    private const ushort IPv4Family = 2;
    private const ushort IPv6Family = 10;
    private const uint IPv4Bytes = 16;
    private const int PortAt = 2;
    private const int IPv4At = 4;
    private const int IPv6At = 8;
    private const int ScopeAt = 24;

    // Family, port, and the IPv4 address or the flow; then the IPv6 address; then its scope.
    private readonly ulong _head;
    private readonly ulong _upper;
    private readonly ulong _lower;
    private readonly ulong _scope;

    public PeerAddress(IPEndPoint endPoint)
    {
        Span<byte> bytes = stackalloc byte[32];
        bytes.Clear();
        var isIPv4 = endPoint.AddressFamily == AddressFamily.InterNetwork;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, isIPv4 ? IPv4Family : IPv6Family);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[PortAt..], (ushort)endPoint.Port);
        endPoint.Address.TryWriteBytes(bytes[(isIPv4 ? IPv4At : IPv6At)..], out _);
        if (!isIPv4)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes[ScopeAt..], (uint)endPoint.Address.ScopeId);
        }

        this = MemoryMarshal.Read<PeerAddress>(bytes);
    }

    /// <summary>What the system has to be told beside the address.</summary>
    public uint Length => IsIPv4 ? IPv4Bytes : MostBytes;

    /// <summary>False for the address of nobody, the value of a new one.</summary>
    public bool IsKnown => _head != 0;

    private bool IsIPv4 => (ushort)_head == IPv4Family;

    public IPEndPoint ToEndPoint()
    {
        var bytes = MemoryMarshal.AsBytes(new ReadOnlySpan<PeerAddress>(in this));
        var address = IsIPv4
            ? new IPAddress(bytes.Slice(IPv4At, 4))
            : new IPAddress(bytes.Slice(IPv6At, 16), BinaryPrimitives.ReadUInt32LittleEndian(bytes[ScopeAt..]));
        return new IPEndPoint(address, BinaryPrimitives.ReadUInt16BigEndian(bytes[PortAt..]));
    }
}
