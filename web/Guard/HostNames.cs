using System.Net;
using CallCenter.Web.Start;

namespace CallCenter.Web.Guard;

/// <summary>
/// The names under which this server may be asked for. A foreign page that makes a name of its own point to this machine (DNS rebinding)
/// would otherwise be of the same origin as ours.
/// </summary>
public sealed class HostNames
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase) { "localhost", "127.0.0.1", "::1" };
    private readonly List<string> _endings = [];
    private readonly bool _everyOwnAddress;

    public HostNames(StartOptions options)
    {
        _everyOwnAddress = options.Bind.Equals(IPAddress.Any) || options.Bind.Equals(IPAddress.IPv6Any);
        if (!_everyOwnAddress)
        {
            _names.Add(options.Bind.ToString());
        }

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

    /// <param name="host">The header; its port is not compared, for in front of us there may be a proxy.</param>
    /// <param name="local">The address that the connection came to: one of our own, whatever it is today.</param>
    public bool Know(HostString host, IPAddress? local)
    {
        var name = host.Host.Trim('[', ']');
        return _names.Contains(name)
            || _endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            || (_everyOwnAddress && local is not null && IPAddress.TryParse(name, out var address)
                && address.MapToIPv6().GetAddressBytes().AsSpan().SequenceEqual(local.MapToIPv6().GetAddressBytes()));
    }
}
