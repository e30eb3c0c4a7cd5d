using System.Collections.Immutable;

namespace CallCenter.Silo.Secrets;

/// <summary>
/// All secrets at one moment, never changed; a class and not a record, so that nothing prints its content. Passwords of phones, trunks and
/// mail servers are in clear here: whoever proves himself with one needs it (RFC 7616 §3.4.2, RFC 8760). They are so in memory only.
/// </summary>
internal sealed class SecretSnapshot
{
    private static readonly ImmutableDictionary<string, string> NoTexts =
        ImmutableDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal);

    public string? AdministratorHash { get; init; }
    public ImmutableDictionary<string, string> Accounts { get; init; } = NoTexts;
    public ImmutableDictionary<string, string> Trunks { get; init; } = NoTexts;
    public ImmutableDictionary<string, string> SignIns { get; init; } = NoTexts;
    public ImmutableDictionary<string, string> Mail { get; init; } = NoTexts;
    public ImmutableDictionary<string, string> SecondFactors { get; init; } = NoTexts;
    public ImmutableDictionary<string, KeptToken> Tokens { get; init; } =
        ImmutableDictionary<string, KeptToken>.Empty.WithComparers(StringComparer.Ordinal);
    public ImmutableDictionary<string, KeptApiKey> ApiKeys { get; init; } =
        ImmutableDictionary<string, KeptApiKey>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>How many there are that belong to a document.</summary>
    public int Count => Accounts.Count + Trunks.Count + SignIns.Count + Mail.Count + SecondFactors.Count + Tokens.Count;

    public SecretSnapshot With(
        string? administrator = null, ImmutableDictionary<string, string>? accounts = null,
        ImmutableDictionary<string, string>? trunks = null, ImmutableDictionary<string, string>? signIns = null,
        ImmutableDictionary<string, string>? mail = null, ImmutableDictionary<string, KeptToken>? tokens = null,
        ImmutableDictionary<string, KeptApiKey>? apiKeys = null, ImmutableDictionary<string, string>? secondFactors = null) => new()
        {
            AdministratorHash = administrator ?? AdministratorHash,
            Accounts = accounts ?? Accounts,
            Trunks = trunks ?? Trunks,
            SignIns = signIns ?? SignIns,
            Mail = mail ?? Mail,
            SecondFactors = secondFactors ?? SecondFactors,
            Tokens = tokens ?? Tokens,
            ApiKeys = apiKeys ?? ApiKeys,
        };
}
