using System.Net;
using System.Net.Sockets;
using CallCenter.Abstractions.Configuration;
using CallCenter.Sip;

namespace CallCenter.Silo.Signaling.Access;

/// <summary>The trunks of the published configuration and the source addresses they are known by.</summary>
internal sealed class TrunkTable
{
    /// <summary>Remembered answers; at the bound all are forgotten and looked for again.</summary>
    private const int MostSeen = 10_000;

    private readonly Dictionary<string, TrunkConfiguration> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<SipEndPoint, TrunkConfiguration> _byEndPoint = [];
    private readonly List<(IPNetwork Network, TrunkConfiguration Trunk)> _byNetwork = [];
    private readonly Dictionary<UInt128, TrunkConfiguration?> _seen = [];

    public void Renew(IReadOnlyList<TrunkConfiguration> trunks)
    {
        _byId.Clear();
        _byEndPoint.Clear();
        _byNetwork.Clear();
        _seen.Clear();
        foreach (var trunk in trunks)
        {
            _byId[trunk.Id] = trunk;
            foreach (var address in trunk.Addresses)
            {
                Add(address, trunk);
            }
        }

        // The narrowest network first: a single address inside somebody else's range is meant.
        _byNetwork.Sort(static (a, b) => b.Network.PrefixLength.CompareTo(a.Network.PrefixLength));
    }

    public TrunkConfiguration? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The trunk known by exactly this address and port.</summary>
    public TrunkConfiguration? At(SipEndPoint source) => _byEndPoint.GetValueOrDefault(source);

    /// <summary>The trunk known by this address on any port.</summary>
    public TrunkConfiguration? InNetwork(SipEndPoint source)
    {
        if (_byNetwork.Count == 0)
        {
            return null;
        }

        if (!_seen.TryGetValue(source.AddressKey, out var trunk))
        {
            if (_seen.Count >= MostSeen)
            {
                _seen.Clear();
            }

            trunk = Search(source.Address);
            _seen.Add(source.AddressKey, trunk);
        }

        return trunk;
    }

    /// <summary>The trunk that authenticates its calls under this user name.</summary>
    public TrunkConfiguration? WithUser(string user) =>
        _byId.Values.FirstOrDefault(trunk => trunk.AuthenticateIncoming && trunk.Username == user);

    private TrunkConfiguration? Search(IPAddress address)
    {
        foreach (var (network, trunk) in _byNetwork)
        {
            if (network.Contains(address))
            {
                return trunk;
            }
        }

        return null;
    }

    private void Add(string text, TrunkConfiguration trunk)
    {
        if (IPNetwork.TryParse(text, out var network))
        {
            _byNetwork.Add((network, trunk));
        }
        else if (IPAddress.TryParse(text, out var address))
        {
            var bits = address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;
            _byNetwork.Add((new IPNetwork(address, bits), trunk));
        }
        else if (SipEndPoint.TryParse(text, 5060, out var endPoint))
        {
            _byEndPoint[endPoint] = trunk;
        }
    }
}
