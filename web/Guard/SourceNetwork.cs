using System.Net;
using System.Net.Sockets;

namespace CallCenter.Web.Guard;

/// <summary>What counts as one source: an IPv4 address, or the /64 of an IPv6 address, which one household has for itself.</summary>
public static class SourceNetwork
{
    public static string Of(IPAddress? address)
    {
        if (address is null || address.IsIPv4MappedToIPv6 || address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address?.MapToIPv4().ToString() ?? "?";
        }

        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8));
    }
}
