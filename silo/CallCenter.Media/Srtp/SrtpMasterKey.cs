using System.Security.Cryptography;

namespace CallCenter.Media.Srtp;

/// <summary>The master key and salt of one direction (RFC 3711 §4, RFC 4568 §6.2). Its text shows nothing of it.</summary>
public sealed class SrtpMasterKey : IEquatable<SrtpMasterKey>
{
    /// <summary>Key and salt as SDES writes them, one after the other.</summary>
    public const int Bytes = KeyBytes + SaltBytes;

    internal const int KeyBytes = 16;
    internal const int SaltBytes = 14;

    private readonly byte[] _bytes;

    /// <param name="keyAndSalt">30 bytes.</param>
    /// <exception cref="ArgumentException">Another length.</exception>
    public SrtpMasterKey(ReadOnlySpan<byte> keyAndSalt)
    {
        if (keyAndSalt.Length != Bytes)
        {
            throw new ArgumentException($"A master key with its salt has {Bytes} bytes, not {keyAndSalt.Length}.", nameof(keyAndSalt));
        }

        _bytes = keyAndSalt.ToArray();
    }

    internal ReadOnlySpan<byte> Key => _bytes.AsSpan(0, KeyBytes);

    internal ReadOnlySpan<byte> Salt => _bytes.AsSpan(KeyBytes);

    /// <summary>A new one, at random.</summary>
    public static SrtpMasterKey Create() => new(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>For whoever is told it: key and salt.</summary>
    public byte[] ToBytes() => [.. _bytes];

    public bool Equals(SrtpMasterKey? other) => other is not null && CryptographicOperations.FixedTimeEquals(_bytes, other._bytes);

    public override bool Equals(object? obj) => Equals(obj as SrtpMasterKey);

    public override int GetHashCode() => BitConverter.ToInt32(_bytes);

    public override string ToString() => nameof(SrtpMasterKey);
}
