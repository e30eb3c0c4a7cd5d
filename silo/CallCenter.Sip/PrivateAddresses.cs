using System.Net;
using System.Net.Sockets;

namespace CallCenter.Sip;

/// <summary>Addresses that cannot be reached from outside their own network (RFC 1918, loopback, link-local, RFC 6598, ULA).</summary>
public static class PrivateAddresses
{
    public static bool Contains(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (IPAddress.IsLoopback(address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
        {
            return true;
        }

        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return address.IsIPv6UniqueLocal || address.IsIPv6LinkLocal;
        }

        Span<byte> bytes = stackalloc byte[4];
        address.TryWriteBytes(bytes, out _);
        return bytes switch
        {
            [10, ..] => true,
            [172, >= 16 and <= 31, ..] => true,
            [192, 168, ..] => true,
            [169, 254, ..] => true,
            [100, >= 64 and <= 127, ..] => true,
            _ => false,
        };
    }
}
