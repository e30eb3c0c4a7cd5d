using System.Collections.Immutable;

namespace CallCenter.Silo.Secrets;

/// <summary>
/// All secrets at one moment, never changed; a class and not a record, so that nothing prints its content. Passwords of phones and trunks
/// are in clear here, because digest authentication needs them (RFC 7616 §3.4.2, RFC 8760); they are only in memory so.
/// </summary>
internal sealed class SecretSnapshot
{
    private static readonly ImmutableDictionary<string, string> NoTexts =
        ImmutableDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal);

    public string? AdministratorHash { get; init; }
    public ImmutableDictionary<string, string> Accounts { get; init; } = NoTexts;
    public ImmutableDictionary<string, string> Trunks { get; init; } = NoTexts;
    public ImmutableDictionary<string, string> SignIns { get; init; } = NoTexts;
    public ImmutableDictionary<string, KeptApiKey> ApiKeys { get; init; } =
        ImmutableDictionary<string, KeptApiKey>.Empty.WithComparers(StringComparer.Ordinal);

    public SecretSnapshot With(
        string? administrator = null, ImmutableDictionary<string, string>? accounts = null,
        ImmutableDictionary<string, string>? trunks = null, ImmutableDictionary<string, string>? signIns = null,
        ImmutableDictionary<string, KeptApiKey>? apiKeys = null) => new()
        {
            AdministratorHash = administrator ?? AdministratorHash,
            Accounts = accounts ?? Accounts,
            Trunks = trunks ?? Trunks,
            SignIns = signIns ?? SignIns,
            ApiKeys = apiKeys ?? ApiKeys,
        };
}
