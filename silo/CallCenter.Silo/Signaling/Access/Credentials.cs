using CallCenter.Abstractions.Configuration;
using CallCenter.Sip;
using CallCenter.Sip.Authentication;

namespace CallCenter.Silo.Signaling.Access;

/// <summary>
/// Digest in both directions: verifies phones and trunks that call us, and holds what answers the challenges of trunks we call.
/// </summary>
internal sealed class Credentials
{
    private readonly Dictionary<string, DigestClient> _clients = new(StringComparer.Ordinal);
    private readonly AccountBindings _phones;
    private readonly TrunkTable _trunks;
    private readonly SipSecrets _secrets;
    private readonly ISipRandom _random;
    private readonly byte[] _nonceSecret;
    private (string Realm, DigestChallenge Challenge) _renewed = ("", default);

    /// <param name="nonceSecret">Signs the nonces; outlives the process.</param>
    public Credentials(AccountBindings phones, TrunkTable trunks, SipSecrets secrets, ISipRandom random, byte[] nonceSecret)
    {
        _phones = phones;
        _trunks = trunks;
        _secrets = secrets;
        _random = random;
        _nonceSecret = nonceSecret;
        Server = NewServer();
    }

    /// <summary>Knows accounts and trunks that authenticate; both share one realm and one table of nonces.</summary>
    public DigestServer Server { get; private set; }

    /// <summary>A configuration was published: passwords, realm and algorithms may have changed.</summary>
    public void Renew(string realm, DigestChallenge challenge)
    {
        _clients.Clear();
        if (_renewed != (realm, challenge))
        {
            _renewed = (realm, challenge);
            Server = NewServer();
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
            client = new DigestClient(new DigestIdentity(user, _secrets.TrunkPassword(trunk.Id) ?? ""), _random);
            _clients.Add(trunk.Id, client);
        }

        return client;
    }

    private DigestServer NewServer() => new(
        new DigestServerOptions
        {
            Realm = _renewed.Realm,
            Algorithms = AlgorithmsOf(_renewed.Challenge),
            NonceSecret = _nonceSecret,
        },
        Ha1Of, _random);

    private static DigestAlgorithm[] AlgorithmsOf(DigestChallenge challenge) => challenge switch
    {
        DigestChallenge.Sha256 => [DigestAlgorithm.Sha256],
        DigestChallenge.Sha256AndMd5 => [DigestAlgorithm.Sha256, DigestAlgorithm.Md5],
        _ => [DigestAlgorithm.Md5],
    };

    private string? Ha1Of(string user, string realm, DigestAlgorithm algorithm)
    {
        var password = _phones.Knows(user) ? _secrets.AccountPassword(user)
            : _trunks.WithUser(user) is { } trunk ? _secrets.TrunkPassword(trunk.Id) : null;
        return password is null ? null : algorithm.Ha1(user, realm, password);
    }
}
