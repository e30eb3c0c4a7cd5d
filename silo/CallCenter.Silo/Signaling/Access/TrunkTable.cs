using CallCenter.Abstractions.Configuration;
using CallCenter.Sip;

namespace CallCenter.Silo.Signaling.Access;

/// <summary>The trunks of the published configuration and the source addresses they are known by.</summary>
internal sealed class TrunkTable
{
    private readonly Dictionary<string, TrunkConfiguration> _byId = new(StringComparer.Ordinal);
    private readonly AddressTable<TrunkConfiguration> _byAddress = new();

    public void Renew(IReadOnlyList<TrunkConfiguration> trunks)
    {
        _byId.Clear();
        _byAddress.Clear();
        foreach (var trunk in trunks)
        {
            _byId[trunk.Id] = trunk;
            foreach (var address in trunk.Addresses)
            {
                _byAddress.Add(address, trunk);
            }
        }
    }

    public TrunkConfiguration? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The trunk known by exactly this address and port.</summary>
    public TrunkConfiguration? At(SipEndPoint source) => _byAddress.At(source) is [var trunk, ..] ? trunk : null;

    /// <summary>The trunk known by this address on any port.</summary>
    public TrunkConfiguration? InNetwork(SipEndPoint source) => _byAddress.InNetwork(source) is [var trunk, ..] ? trunk : null;

    /// <summary>The trunk that authenticates its calls under this user name.</summary>
    public TrunkConfiguration? WithUser(string user) =>
        _byId.Values.FirstOrDefault(trunk => trunk.AuthenticateIncoming && trunk.Username == user);
}
