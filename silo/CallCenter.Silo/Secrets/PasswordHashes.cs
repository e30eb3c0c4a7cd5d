using System.Security.Cryptography;
using System.Text;
using CallCenter.Abstractions.Secrets;
using Microsoft.AspNetCore.Identity;

namespace CallCenter.Silo.Secrets;

/// <summary>Whether a password fits a kept hash, and whether the hash is to be made anew.</summary>
internal enum PasswordFit { No, Yes, YesButOld }

/// <summary>
/// Slow hashes of sign-in passwords, by the framework's hasher (PBKDF2 with a salt and a hundred thousand rounds), of the form that
/// <see cref="PasswordText"/> gives them. A hash that was made anew keeps the stamp of the one before, behind a space: the password is the
/// same, and nobody who is signed in with it is to be signed out.
/// </summary>
internal static class PasswordHashes
{
    private static readonly PasswordHasher<object> Hasher = new();
    private static readonly object Nobody = new();
    // Compared where there is no such name, so that an answer takes as long as for a known one.
    private static readonly string Unmatched = Of(Guid.NewGuid().ToString());

    public static string Of(string password) => Hasher.HashPassword(Nobody, PasswordText.Prepare(password) ?? password);

    /// <summary>The hash of the same password by today's measure, with the stamp of <paramref name="kept"/>.</summary>
    public static string Renewed(string kept, string password) => $"{Of(password)} {StampOf(kept)}";

    /// <summary>
    /// Stands for a password without telling anything of it: every hash has a salt of its own, so even the same password set again has
    /// another stamp.
    /// </summary>
    public static string StampOf(string kept) => kept.Split(' ') is [_, var stamp]
        ? stamp
        : Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(kept)).AsSpan(0, 12));

    /// <param name="kept">Null compares with a hash that nothing fits, and gives <see cref="PasswordFit.No"/>.</param>
    public static PasswordFit Fit(string? kept, string password)
    {
        var prepared = PasswordText.Prepare(password) ?? password;
        var fit = Compare(kept, prepared);
        // Hashes of earlier versions are of what was typed.
        return fit == PasswordFit.No && prepared != password && Compare(kept, password) != PasswordFit.No ? PasswordFit.YesButOld : fit;
    }

    private static PasswordFit Compare(string? kept, string password) =>
        Hasher.VerifyHashedPassword(Nobody, (kept ?? Unmatched).Split(' ')[0], password) switch
        {
            PasswordVerificationResult.Success when kept is not null => PasswordFit.Yes,
            PasswordVerificationResult.SuccessRehashNeeded when kept is not null => PasswordFit.YesButOld,
            _ => PasswordFit.No,
        };
}
