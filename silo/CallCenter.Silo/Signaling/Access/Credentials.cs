using CallCenter.Abstractions.Configuration;
using CallCenter.Sip;
using CallCenter.Sip.Authentication;

namespace CallCenter.Silo.Signaling.Access;

/// <summary>
/// Digest in both directions: verifies phones and trunks that call us, and holds what answers the challenges of trunks we call.
/// </summary>
internal sealed class Credentials(PhoneBook phones, TrunkTable trunks, SipSecrets secrets, ISipRandom random)
{
    private readonly Dictionary<string, DigestClient> _clients = new(StringComparer.Ordinal);
    private string _realm = "";

    /// <summary>Knows accounts and trunks that authenticate; both share one realm and one table of nonces.</summary>
    public DigestServer Server { get; private set; } = null!;

    /// <summary>A configuration was published: passwords and realm may have changed.</summary>
    public void Renew(string realm)
    {
        _clients.Clear();
        if (realm != _realm)
        {
            _realm = realm;
            Server = new DigestServer(new DigestServerOptions { Realm = realm }, Ha1Of, random);
        }
    }

    /// <summary>What answers this trunk's challenges, with the nonce it last gave; null where no user name is configured.</summary>
    public DigestClient? ForTrunk(TrunkConfiguration? trunk)
    {
        if (trunk?.Username is not { } user)
        {
            return null;
        }

        if (!_clients.TryGetValue(trunk.Id, out var client))
        {
            client = new DigestClient(new DigestIdentity(user, secrets.TrunkPassword(trunk.Id) ?? ""), random);
            _clients.Add(trunk.Id, client);
        }

        return client;
    }

    private string? Ha1Of(string user, string realm, DigestAlgorithm algorithm)
    {
        var password = phones.Knows(user) ? secrets.AccountPassword(user)
            : trunks.WithUser(user) is { } trunk ? secrets.TrunkPassword(trunk.Id) : null;
        return password is null ? null : algorithm.Ha1(user, realm, password);
    }
}
