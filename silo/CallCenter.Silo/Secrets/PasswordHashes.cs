using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace CallCenter.Silo.Secrets;

/// <summary>Slow hashes of sign-in passwords, by the framework's hasher (PBKDF2 with a salt and a hundred thousand rounds).</summary>
internal static class PasswordHashes
{
    private static readonly PasswordHasher<object> Hasher = new();
    private static readonly object Nobody = new();
    // Compared where there is no such name, so that an answer takes as long as for a known one.
    private static readonly string Unmatched = Of(Guid.NewGuid().ToString());

    public static string Of(string password) => Hasher.HashPassword(Nobody, password);

    /// <summary>
    /// Stands for a password without telling anything of it: every hash has a salt of its own, so even the same password set again has
    /// another stamp.
    /// </summary>
    public static string StampOf(string hash) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(hash)).AsSpan(0, 12));

    /// <param name="hash">Null compares with a hash that nothing fits, and gives false.</param>
    public static bool Fit(string? hash, string password) =>
        Hasher.VerifyHashedPassword(Nobody, hash ?? Unmatched, password) != PasswordVerificationResult.Failed && hash is not null;
}
