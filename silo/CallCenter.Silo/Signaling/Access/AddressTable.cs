using System.Net;
using System.Net.Sockets;
using CallCenter.Sip;

namespace CallCenter.Silo.Signaling.Access;

/// <summary>
/// Who is known by which source address: one with its port, a single address, or a network. For one thread at a time.
/// </summary>
internal sealed class AddressTable<T>
{
    /// <summary>Remembered answers; at the bound all are forgotten and looked for again.</summary>
    private const int MostSeen = 10_000;

    private readonly Dictionary<SipEndPoint, List<T>> _byEndPoint = [];
    private readonly List<(IPNetwork Network, T Known)> _byNetwork = [];
    private readonly Dictionary<UInt128, IReadOnlyList<T>> _seen = [];

    /// <param name="address">IP or CIDR, or an address with its port; anything else is known by nothing.</param>
    public void Add(string address, T known)
    {
        if (IPNetwork.TryParse(address, out var network))
        {
            _byNetwork.Add((network, known));
        }
        else if (IPAddress.TryParse(address, out var single))
        {
            var bits = single.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;
            _byNetwork.Add((new IPNetwork(single, bits), known));
        }
        else if (SipEndPoint.TryParse(address, 5060, out var endPoint))
        {
            if (!_byEndPoint.TryGetValue(endPoint, out var there))
            {
                _byEndPoint.Add(endPoint, there = []);
            }

            there.Add(known);
        }
    }

    public void Clear()
    {
        _byEndPoint.Clear();
        _byNetwork.Clear();
        _seen.Clear();
    }

    /// <summary>Those known by exactly this address and port.</summary>
    public IReadOnlyList<T> At(SipEndPoint source) => _byEndPoint.TryGetValue(source, out var there) ? there : [];

    /// <summary>Those known by this address on any port. The narrowest network counts: a single address inside somebody else's range is
    /// meant.</summary>
    public IReadOnlyList<T> InNetwork(SipEndPoint source)
    {
        if (_byNetwork.Count == 0)
        {
            return [];
        }

        if (!_seen.TryGetValue(source.AddressKey, out var known))
        {
            if (_seen.Count >= MostSeen)
            {
                _seen.Clear();
            }

            known = Search(source.Address);
            _seen.Add(source.AddressKey, known);
        }

        return known;
    }

    private List<T> Search(IPAddress address)
    {
        var found = new List<T>();
        var narrowest = 0;
        foreach (var (network, known) in _byNetwork)
        {
            if (network.PrefixLength >= narrowest && network.Contains(address))
            {
                if (network.PrefixLength > narrowest)
                {
                    found.Clear();
                    narrowest = network.PrefixLength;
                }

                found.Add(known);
            }
        }

        return found;
    }
}
