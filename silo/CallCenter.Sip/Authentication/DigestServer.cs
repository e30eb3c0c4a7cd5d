using System.Security.Cryptography;
using System.Text;
using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Authentication;

/// <summary>Finds HA1 of an account as lower-case hexadecimal, or null when there is no such user or no HA1 for the algorithm.</summary>
public delegate string? Ha1Lookup(string user, string realm, DigestAlgorithm algorithm);

/// <summary>Settings of a <see cref="DigestServer"/>.</summary>
public sealed record DigestServerOptions
{
    public required string Realm { get; init; }

    /// <summary>How long a nonce is good; afterwards the client is told stale=true and repeats without asking anybody.</summary>
    public int NonceLifetimeMs { get; init; } = 300_000;

    /// <summary>
    /// 32 bytes that sign the nonces; one that outlives the process lets phones go on with stale=true after a restart. Null: chance.
    /// </summary>
    public byte[]? NonceSecret { get; init; }

    /// <summary>How many used nonces are remembered; at the bound the oldest becomes stale.</summary>
    public int MaxNonces { get; init; } = 50_000;

    /// <summary>Algorithms offered, strongest first (RFC 8760 §2.4).</summary>
    public IReadOnlyList<DigestAlgorithm> Algorithms { get; init; } = [DigestAlgorithm.Sha256, DigestAlgorithm.Md5];
}

/// <summary>The outcome of <see cref="DigestServer.Verify"/>.</summary>
public enum DigestOutcome : byte
{
    /// <summary>No credentials for our realm: challenge.</summary>
    Missing,

    /// <summary>The password is right.</summary>
    Accepted,

    /// <summary>The password is right but the nonce is used up: challenge with stale=true; not a failed attempt.</summary>
    Stale,

    /// <summary>Wrong password, unknown user or forged nonce, which must look alike: challenge, and count a failed attempt.</summary>
    Refused,
}

/// <summary>Who proved to be whom. <paramref name="User"/> is the name claimed, also when refused; empty when missing.</summary>
public readonly record struct DigestResult(DigestOutcome Outcome, string User)
{
    public bool IsAccepted => Outcome == DigestOutcome.Accepted;
}

/// <summary>
/// Challenges and verifies by digest, qop=auth (RFC 3261 §22, RFC 7616, RFC 8760). An unknown user takes the same path and time as a
/// wrong password. Deviation: credentials without qop (RFC 2069) are refused, since without a nonce count a replay cannot be told.
/// </summary>
public sealed class DigestServer
{
    private readonly DigestServerOptions _options;
    private readonly Ha1Lookup _lookup;
    private readonly DigestNonces _nonces;
    private readonly string _decoy;

    public DigestServer(DigestServerOptions options, Ha1Lookup lookup, ISipRandom random)
    {
        _options = options ?? throw new ArgumentNullException(nameof(options));
        _lookup = lookup;
        _nonces = new DigestNonces(random, options.NonceLifetimeMs, options.MaxNonces, options.NonceSecret);
        _decoy = DigestAlgorithm.Sha256.Ha1(random.NewCallId(), options.Realm, random.NewCallId());
    }

    /// <summary>Used nonces held now.</summary>
    public int RememberedNonces => _nonces.Remembered;

    /// <summary>
    /// Adds the challenges to a 401 (as user agent or registrar) or 407 (as proxy); the status code begun in the writer decides which.
    /// </summary>
    /// <param name="offered">
    /// Fewer algorithms for this peer: some old phones fail on a challenge they do not know instead of taking the next one.
    /// </param>
    public SipMessageWriter Challenge(
        SipMessageWriter writer, long nowMs, bool stale = false, IReadOnlyList<DigestAlgorithm>? offered = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var header = writer.StatusCode == 407 ? SipHeader.ProxyAuthenticate : SipHeader.WwwAuthenticate;
        var nonce = _nonces.Issue(nowMs);
        foreach (var algorithm in offered ?? _options.Algorithms)
        {
            var staleness = stale ? ", stale=true" : "";
            writer.Header(
                header,
                $"Digest realm=\"{_options.Realm}\", nonce=\"{nonce}\", qop=\"auth\", algorithm={algorithm.Name()}{staleness}");
        }

        return writer;
    }

    /// <summary>Judges the credentials a request carries in Authorization or Proxy-Authorization.</summary>
    public DigestResult Verify(SipMessage request, long nowMs)
    {
        ArgumentNullException.ThrowIfNull(request);
        var best = new DigestResult(DigestOutcome.Missing, "");
        for (var i = 0; i < request.HeaderCount; i++)
        {
            var line = request.LineAt(i);
            if (line.Header is SipHeader.Authorization or SipHeader.ProxyAuthorization
                && DigestFields.TryParse(line.Value, out var fields) && IsOurs(in fields))
            {
                best = Judge(request, in fields, nowMs);
                if (best.IsAccepted)
                {
                    break;
                }
            }
        }

        return best;
    }

    private bool IsOurs(in DigestFields fields) => Encoding.UTF8.GetString(fields.Realm) == _options.Realm;

    private DigestResult Judge(SipMessage request, in DigestFields fields, long nowMs)
    {
        var user = Encoding.UTF8.GetString(fields.UserName);
        if (DigestAlgorithms.Parse(fields.Algorithm) is not { } algorithm || !_options.Algorithms.Contains(algorithm)
            || !Ascii.EqualsIgnoreCase(fields.Qop, "auth"u8) || fields.NonceCount.Length != 8
            || !uint.TryParse(fields.NonceCount, System.Globalization.NumberStyles.AllowHexSpecifier, null, out var count))
        {
            return new DigestResult(DigestOutcome.Refused, user);
        }

        var verdict = _nonces.Judge(fields.Nonce, nowMs, out var serial, out var issuedMs);
        var right = PasswordIsRight(request, in fields, user, algorithm);
        if (!right || verdict == NonceVerdict.Forged || !UriFits(request, in fields))
        {
            return new DigestResult(DigestOutcome.Refused, user);
        }

        var fresh = verdict == NonceVerdict.Fresh && _nonces.TryUse(serial, issuedMs, count);
        return new DigestResult(fresh ? DigestOutcome.Accepted : DigestOutcome.Stale, user);
    }

    private bool PasswordIsRight(SipMessage request, in DigestFields fields, string user, DigestAlgorithm algorithm)
    {
        var ha1 = _lookup(user, _options.Realm, algorithm);
        var input = new DigestInput(
            Encoding.UTF8.GetString(request.MethodToken),
            Encoding.UTF8.GetString(fields.Uri),
            Encoding.UTF8.GetString(fields.Nonce),
            Encoding.UTF8.GetString(fields.NonceCount),
            Encoding.UTF8.GetString(fields.ClientNonce));
        var expected = algorithm.Response(ha1 ?? _decoy, in input);
        var same = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), fields.Response);
        return same && ha1 is not null;
    }

    /// <summary>
    /// The digest must be about this request's URI (RFC 3261 §22.4). Proxies may have changed the Request-URI, so it is enough that both
    /// are of one host or the digest names our realm.
    /// </summary>
    private bool UriFits(SipMessage request, in DigestFields fields)
    {
        if (fields.Uri.SequenceEqual(request.RequestUriText))
        {
            return true;
        }

        return SipUri.TryParse(fields.Uri, out var uri)
            && (uri.Host.Equals(request.RequestUri?.Host, StringComparison.OrdinalIgnoreCase)
                || uri.Host.Equals(_options.Realm, StringComparison.OrdinalIgnoreCase));
    }
}
