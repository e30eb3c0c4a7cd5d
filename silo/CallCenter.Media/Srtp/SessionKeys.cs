using System.Security.Cryptography;

namespace CallCenter.Media.Srtp;

/// <summary>What is derived of a master key for RTP or for RTCP (RFC 3711 §4.3), and the two operations that need it.</summary>
internal sealed class SessionKeys : IDisposable
{
    /// <summary>Of an authentication tag: 80 bits.</summary>
    public const int TagBytes = 10;

    /// <summary>Of one on audio where those are short: 32 bits.</summary>
    public const int ShortTagBytes = 4;

    private const int AuthenticationKeyBytes = 20;
    private const int HashBytes = 20;

    // §4.3.1: the label stands before the 48 bits of the index, which is 0, as we derive once; all of it 16 bits from the right.
    private const int LabelShift = 64;

    private readonly IncrementalHash _hash;

    private SessionKeys(SrtpMasterKey master, byte firstLabel)
    {
        using var derivation = new CounterMode(master.Key, master.Salt);
        Span<byte> key = stackalloc byte[SrtpMasterKey.KeyBytes];
        Span<byte> salt = stackalloc byte[SrtpMasterKey.SaltBytes];
        Span<byte> authentication = stackalloc byte[AuthenticationKeyBytes];
        derivation.Derive((UInt128)firstLabel << LabelShift, key);
        derivation.Derive((UInt128)(firstLabel + 1u) << LabelShift, authentication);
        derivation.Derive((UInt128)(firstLabel + 2u) << LabelShift, salt);
        Cipher = new CounterMode(key, salt);
        _hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, authentication);
    }

    public CounterMode Cipher { get; }

    public static SessionKeys ForRtp(SrtpMasterKey master) => new(master, firstLabel: 0);

    public static SessionKeys ForRtcp(SrtpMasterKey master) => new(master, firstLabel: 3);

    /// <summary>The tag over a packet and what belongs to it unsent (§4.2).</summary>
    /// <param name="tag">Gets as much of it as there is room for.</param>
    public void Authenticate(ReadOnlySpan<byte> packet, ReadOnlySpan<byte> unsent, Span<byte> tag)
    {
        Span<byte> hash = stackalloc byte[HashBytes];
        _hash.AppendData(packet);
        _hash.AppendData(unsent);
        _hash.GetHashAndReset(hash);
        hash[..tag.Length].CopyTo(tag);
    }

    public void Dispose()
    {
        Cipher.Dispose();
        _hash.Dispose();
    }
}
