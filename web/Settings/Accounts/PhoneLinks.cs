using System.Security.Cryptography;
using System.Text.Json;
using CallCenter.Web.Start;
using Microsoft.AspNetCore.DataProtection;

namespace CallCenter.Web.Settings.Accounts;

/// <summary>What a phone needs to register. The password is known only while it is shown.</summary>
public sealed record PhoneSettings(string Username, string Password, string Realm);

/// <summary>
/// Addresses from which a phone takes its settings. The address itself carries them, sealed and for some minutes, as the password stands
/// beside it: nothing is kept here, and every process of the pages can answer.
/// </summary>
public sealed class PhoneLinks(IDataProtectionProvider protection, StartOptions options)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("settings of a phone").ToTimeLimitedDataProtector();

    public string Of(PhoneSettings settings) => $"phone/{_seal.Protect(JsonSerializer.Serialize(settings), Lifetime)}";

    /// <summary>Null for one that is over, or was not made here.</summary>
    public PhoneSettings? Open(string token)
    {
        try
        {
            return token.Length < 4096 ? JsonSerializer.Deserialize<PhoneSettings>(_seal.Unprotect(token)) : null;
        }
        catch (Exception wrong) when (wrong is CryptographicException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Where a phone registers that reaches these pages by this name, and how; the best way that is offered.</summary>
    public (string Server, string Transport) Registrar(string host) => options.SipTls is { } tls
        ? ($"{host}:{tls.Port}", "tls") : ($"{host}:{options.SipPort}", "tcp");
}
