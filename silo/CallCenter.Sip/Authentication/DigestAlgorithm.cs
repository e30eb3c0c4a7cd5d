using System.Security.Cryptography;
using System.Text;

namespace CallCenter.Sip.Authentication;

/// <summary>Digest algorithms in rising strength (RFC 7616, RFC 8760).</summary>
public enum DigestAlgorithm : byte
{
    Md5,
    Sha256,
}

/// <summary>The digest arithmetic of RFC 7616 §3.4, on bytes.</summary>
public static class DigestAlgorithms
{
    /// <summary>The name in the algorithm parameter.</summary>
    public static string Name(this DigestAlgorithm algorithm) => algorithm == DigestAlgorithm.Sha256 ? "SHA-256" : "MD5";

    /// <summary>
    /// Recognises a name, ignoring case; an empty one means MD5 (RFC 7616 §3.3). Null for any other, "-sess" forms included.
    /// </summary>
    public static DigestAlgorithm? Parse(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty || Ascii.EqualsIgnoreCase(name, "MD5"u8))
        {
            return DigestAlgorithm.Md5;
        }

        return Ascii.EqualsIgnoreCase(name, "SHA-256"u8) ? DigestAlgorithm.Sha256 : null;
    }

    /// <summary>HA1 as lower-case hexadecimal, H(user:realm:password): the form in which the server asks for a password.</summary>
    public static string Ha1(this DigestAlgorithm algorithm, string user, string realm, string password) =>
        Hash(algorithm, Encoding.UTF8.GetBytes($"{user}:{realm}:{password}"));

    /// <summary>Lower-case hexadecimal of the hash.</summary>
    public static string Hash(this DigestAlgorithm algorithm, ReadOnlySpan<byte> data)
    {
        Span<byte> hash = stackalloc byte[32];
        return Convert.ToHexStringLower(hash[..Compute(algorithm, data, hash)]);
    }

    /// <summary>The response value for qop=auth, or without qop when there is no nonce count (RFC 2069).</summary>
    internal static string Response(this DigestAlgorithm algorithm, string ha1, in DigestInput input)
    {
        var ha2 = Hash(algorithm, Encoding.UTF8.GetBytes($"{input.Method}:{input.Uri}"));
        var text = input.NonceCount.Length == 0
            ? $"{ha1}:{input.Nonce}:{ha2}"
            : $"{ha1}:{input.Nonce}:{input.NonceCount}:{input.ClientNonce}:auth:{ha2}";
        return Hash(algorithm, Encoding.UTF8.GetBytes(text));
    }

#pragma warning disable CA5351 // MD5 is what RFC 3261 digest requires; SHA-256 is there for peers that know it (RFC 8760).
    private static int Compute(DigestAlgorithm algorithm, ReadOnlySpan<byte> data, Span<byte> hash) =>
        algorithm == DigestAlgorithm.Sha256 ? SHA256.HashData(data, hash) : MD5.HashData(data, hash);
#pragma warning restore CA5351
}

/// <summary>What goes into a response besides HA1.</summary>
internal readonly record struct DigestInput(string Method, string Uri, string Nonce, string NonceCount, string ClientNonce);
