using System.Text;
using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Authentication;

/// <summary>Who we are to a peer: a user with a password, or with HA1 for one realm and algorithm.</summary>
public sealed record DigestIdentity(string User, string Password)
{
    /// <summary>Used instead of the password when set; then only challenges with <see cref="Ha1Algorithm"/> can be answered.</summary>
    public string? Ha1 { get; init; }

    public DigestAlgorithm Ha1Algorithm { get; init; }

    internal string? Ha1For(DigestAlgorithm algorithm, string realm) =>
        Ha1 is null ? algorithm.Ha1(User, realm, Password) : algorithm == Ha1Algorithm ? Ha1 : null;
}

/// <summary>
/// Answers the challenges of a peer and goes on using its nonce, counting up, until it is refused (RFC 3261 §22.2, RFC 7616 §3.4).
/// One per account and peer.
/// </summary>
public sealed class DigestClient(DigestIdentity identity, ISipRandom random)
{
    private string _realm = "";
    private string _nonce = "";
    private string? _opaque;
    private string? _ha1;
    private DigestAlgorithm _algorithm;
    private bool _hasQop;
    private bool _isProxy;
    private uint _count;

    /// <summary>A challenge was taken over: <see cref="Authorize"/> adds credentials.</summary>
    public bool HasChallenge => _ha1 is not null;

    /// <summary>
    /// Takes over the strongest challenge of a 401 or 407. False when repeating the request is pointless: nothing here can be answered,
    /// or the credentials were refused (the same request was already sent with them and the peer does not say stale).
    /// </summary>
    /// <param name="wasAuthorized">The refused request carried credentials of ours.</param>
    public bool TryTakeChallenge(SipMessage response, bool wasAuthorized)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (response.StatusCode is not (401 or 407))
        {
            return false;
        }

        var header = response.StatusCode == 407 ? SipHeader.ProxyAuthenticate : SipHeader.WwwAuthenticate;
        var found = false;
        for (var i = response.IndexOf(header); i >= 0; i = response.IndexOf(header, i + 1))
        {
            if (DigestFields.TryParse(response.LineAt(i).Value, out var fields) && Usable(in fields, wasAuthorized) is { } algorithm
                && (!found || algorithm > _algorithm))
            {
                found = TakeOver(in fields, algorithm) || found;
            }
        }

        _isProxy = found ? response.StatusCode == 407 : _isProxy;
        return found;
    }

    /// <summary>Adds Authorization or Proxy-Authorization for the request begun in the writer; nothing without a challenge.</summary>
    public SipMessageWriter Authorize(SipMessageWriter writer, SipMethod method, string requestUri)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (_ha1 is null)
        {
            return writer;
        }

        var nonceCount = _hasQop ? (++_count).ToString("x8") : "";
        var clientNonce = _hasQop ? random.NextUInt64().ToString("x16") : "";
        var input = new DigestInput(method.Name(), requestUri, _nonce, nonceCount, clientNonce);
        var value = new StringBuilder(256)
            .Append("Digest username=\"").Append(NameAddr.Escape(identity.User))
            .Append("\", realm=\"").Append(_realm)
            .Append("\", nonce=\"").Append(_nonce)
            .Append("\", uri=\"").Append(requestUri)
            .Append("\", response=\"").Append(_algorithm.Response(_ha1, in input))
            .Append("\", algorithm=").Append(_algorithm.Name());
        if (_hasQop)
        {
            value.Append(", cnonce=\"").Append(clientNonce).Append("\", qop=auth, nc=").Append(nonceCount);
        }

        if (_opaque is not null)
        {
            value.Append(", opaque=\"").Append(_opaque).Append('"');
        }

        return writer.Header(_isProxy ? SipHeader.ProxyAuthorization : SipHeader.Authorization, value.ToString());
    }

    private static DigestAlgorithm? Usable(in DigestFields fields, bool wasAuthorized)
    {
        var isStale = Ascii.EqualsIgnoreCase(fields.Stale, "true"u8);
        var offersAuth = fields.Qop.IsEmpty;
        foreach (var range in fields.Qop.Split((byte)','))
        {
            offersAuth |= Ascii.EqualsIgnoreCase(SipChars.Trim(fields.Qop[range]), "auth"u8);
        }

        return (wasAuthorized && !isStale) || !offersAuth || fields.Nonce.IsEmpty ? null : DigestAlgorithms.Parse(fields.Algorithm);
    }

    private bool TakeOver(in DigestFields fields, DigestAlgorithm algorithm)
    {
        var realm = Encoding.UTF8.GetString(fields.Realm);
        if (identity.Ha1For(algorithm, realm) is not { } ha1)
        {
            return false;
        }

        _ha1 = ha1;
        _algorithm = algorithm;
        _realm = realm;
        _nonce = Encoding.UTF8.GetString(fields.Nonce);
        _opaque = fields.Opaque.IsEmpty ? null : Encoding.UTF8.GetString(fields.Opaque);
        _hasQop = !fields.Qop.IsEmpty;
        _count = 0;
        return true;
    }
}
