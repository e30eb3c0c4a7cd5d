using System.Net;
using System.Net.NetworkInformation;
using CallCenter.Web.Start;

namespace CallCenter.Web.Guard;

/// <summary>
/// The names under which this server may be asked for. A foreign page that makes a name of its own point to this machine (DNS rebinding)
/// would otherwise be of the same origin as ours.
/// </summary>
public sealed class AllowedHosts
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase) { "localhost", "127.0.0.1", "::1" };
    private readonly List<string> _endings = [];
    private readonly bool _everyOwnAddress;

    public AllowedHosts(StartOptions options)
    {
        _everyOwnAddress = options.Bind.Equals(IPAddress.Any) || options.Bind.Equals(IPAddress.IPv6Any);
        _names.UnionWith(_everyOwnAddress ? OwnAddresses() : [options.Bind.ToString()]);

        if (!options.OnlyThisMachine)
        {
            _names.Add(Dns.GetHostName());
        }

        foreach (var name in options.Hosts)
        {
            if (name.StartsWith("*.", StringComparison.Ordinal))
            {
                _endings.Add(name[1..]);
            }
            else
            {
                _names.Add(name.Trim('[', ']'));
            }
        }
    }

    /// <summary>Whether the server may be asked for so.</summary>
    /// <param name="host">The header; its port is not compared, for in front of us there may be a proxy.</param>
    /// <param name="local">The address that the connection came to: one of our own, also when the machine got it after the start.</param>
    public bool Know(HostString host, IPAddress? local)
    {
        var name = host.Host.Trim('[', ']');
        return _names.Contains(name)
            || _endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            || (_everyOwnAddress && local is not null && IPAddress.TryParse(name, out var address)
                && address.MapToIPv6().GetAddressBytes().AsSpan().SequenceEqual(local.MapToIPv6().GetAddressBytes()));
    }

    private static IEnumerable<string> OwnAddresses() => NetworkInterface.GetAllNetworkInterfaces()
        .SelectMany(network => network.GetIPProperties().UnicastAddresses)
        .Select(own => new IPAddress(own.Address.GetAddressBytes()).ToString());
}
