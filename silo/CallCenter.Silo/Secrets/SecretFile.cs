using System.Text.Json.Serialization;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Silo.Secrets;

/// <summary>What <c>secrets.json</c> holds: nothing in clear. Names are <c>project/key</c>.</summary>
internal sealed class SecretFile
{
    public int Format { get; init; } = 1;
    /// <summary>Hash of the administrator's password; null until he was given one.</summary>
    public string? Administrator { get; init; }
    /// <summary>SIP accounts' passwords, encrypted.</summary>
    public SortedDictionary<string, string> Accounts { get; init; } = new(StringComparer.Ordinal);
    /// <summary>Trunks' passwords, encrypted.</summary>
    public SortedDictionary<string, string> Trunks { get; init; } = new(StringComparer.Ordinal);
    /// <summary>Employees' sign-in passwords, hashed.</summary>
    public SortedDictionary<string, string> SignIns { get; init; } = new(StringComparer.Ordinal);
    /// <summary>Mail servers' passwords, encrypted.</summary>
    public SortedDictionary<string, string> Mail { get; init; } = new(StringComparer.Ordinal);
    /// <summary>Secrets of authenticator apps, encrypted; the operator's is <c>/admin</c>.</summary>
    public SortedDictionary<string, string> SecondFactors { get; init; } = new(StringComparer.Ordinal);
    /// <summary>By which employees may set their password, once.</summary>
    public SortedDictionary<string, KeptToken> Tokens { get; init; } = new(StringComparer.Ordinal);
    /// <summary>API keys by their id.</summary>
    public SortedDictionary<string, KeptApiKey> ApiKeys { get; init; } = new(StringComparer.Ordinal);
}

/// <summary>An API key as it is kept.</summary>
/// <param name="Hash">SHA-256 of the clear text, Base64. The text is random and long, so that no slow hash is needed.</param>
internal sealed record KeptApiKey(
    string Project, string Name, AccessLevel Access, long CreatedAt, string Hash, bool IsOperator = false);

/// <summary>A token as it is kept.</summary>
/// <param name="Hash">SHA-256 of the clear text, Base64, as of API keys.</param>
/// <param name="ExpiresAt">UTC milliseconds.</param>
internal sealed record KeptToken(string Hash, long ExpiresAt);

/// <summary>The generated (reflection-free) JSON shape of <see cref="SecretFile"/>.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SecretFile))]
internal sealed partial class SecretFileContext : JsonSerializerContext;
