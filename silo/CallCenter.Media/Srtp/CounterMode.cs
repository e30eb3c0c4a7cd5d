using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CallCenter.Media.Srtp;

/// <summary>AES in counter mode as SRTP uses it (RFC 3711 §4.1.1). Nothing is allocated for a packet. One thread at a time.</summary>
internal sealed class CounterMode : IDisposable
{
    private const int BlockBytes = 16;
    private const int MostBlocks = 160;

    private readonly Aes _aes = Aes.Create();
    private readonly ICryptoTransform _encryptor;
    private readonly byte[] _counters = new byte[MostBlocks * BlockBytes];
    private readonly byte[] _keyStream = new byte[MostBlocks * BlockBytes];
    private readonly UInt128 _salt;

    /// <param name="key">16 bytes.</param>
    /// <param name="salt">14 bytes.</param>
    public CounterMode(ReadOnlySpan<byte> key, ReadOnlySpan<byte> salt)
    {
        // The key stream is made by encrypting counters; as one counter is one block, that is ECB over the list of them.
#pragma warning disable CA5358 // Counter mode is what RFC 3711 says; .NET has no other way to it.
        _aes.Mode = CipherMode.ECB;
#pragma warning restore CA5358
        _aes.Padding = PaddingMode.None;
        _aes.Key = key.ToArray();
        _encryptor = _aes.CreateEncryptor();
        Span<byte> padded = stackalloc byte[BlockBytes];
        padded.Clear();
        salt.CopyTo(padded);
        _salt = BinaryPrimitives.ReadUInt128BigEndian(padded);
    }

    /// <summary>Encrypts or decrypts in place.</summary>
    /// <param name="ssrc">Whose packet.</param>
    /// <param name="index">Of the packet: sequence number and roll-overs, or of a report.</param>
    /// <param name="bytes">At most 2,560.</param>
    public void Apply(uint ssrc, ulong index, Span<byte> bytes)
    {
        // IV = (k_s * 2^16) XOR (SSRC * 2^64) XOR (i * 2^16); the block's number is added in its lowest 16 bits.
        Fill(_salt ^ ((UInt128)ssrc << 64) ^ ((UInt128)index << 16), bytes);
    }

    /// <summary>The key stream for a value in place of SSRC and index, as key derivation has it (§4.3.3).</summary>
    /// <param name="value">Already shifted to its place.</param>
    public void Derive(UInt128 value, Span<byte> bytes)
    {
        bytes.Clear();
        Fill(_salt ^ value, bytes);
    }

    public void Dispose()
    {
        _encryptor.Dispose();
        _aes.Dispose();
    }

    private void Fill(UInt128 initial, Span<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return;
        }

        var blocks = (bytes.Length + BlockBytes - 1) / BlockBytes;
        for (var block = 0; block < blocks; block++)
        {
            BinaryPrimitives.WriteUInt128BigEndian(_counters.AsSpan(block * BlockBytes), initial + (UInt128)(uint)block);
        }

        _encryptor.TransformBlock(_counters, 0, blocks * BlockBytes, _keyStream, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= _keyStream[i];
        }
    }
}
