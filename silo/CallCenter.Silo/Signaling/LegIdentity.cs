using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using CallCenter.Abstractions;
using CallCenter.Sip;

namespace CallCenter.Silo.Signaling;

/// <summary>
/// Call-ID and tag of the legs we ring, made from the leg and a secret of the data folder: nobody can guess them, and after a restart
/// the silo can make them again from the leg alone. Only inside the loop.
/// </summary>
internal sealed class LegIdentity(byte[] secret) : IDisposable
{
    private const string SecretFile = "sip-identity";
    private const int SecretBytes = 32;

    /// <summary>Kept with its key: making one for every leg took 3 % of a busy silo's time.</summary>
    private readonly IncrementalHash _hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);

    /// <summary>Reads the folder's secret, makes it on the first start.</summary>
    public static LegIdentity Open(string folder)
    {
        var path = Path.Combine(folder, SecretFile);
        if (File.Exists(path) && File.ReadAllBytes(path) is { Length: SecretBytes } kept)
        {
            return new LegIdentity(kept);
        }

        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        file.Write(secret);
        return new LegIdentity(secret);
    }

    public void Dispose() => _hash.Dispose();

    /// <summary>Of the n-th branch (one per place an account is registered at) of a leg.</summary>
    public (string CallId, SipTag Tag) Of(LegId leg, int branch)
    {
        Span<byte> input = stackalloc byte[16];
        BinaryPrimitives.WriteInt64LittleEndian(input, leg.Call.Value);
        BinaryPrimitives.WriteInt32LittleEndian(input[8..], leg.Number);
        BinaryPrimitives.WriteInt32LittleEndian(input[12..], branch);
        Span<byte> mac = stackalloc byte[32];
        _hash.AppendData(input);
        _hash.GetHashAndReset(mac);
        var tag = new SipTag(BinaryPrimitives.ReadUInt64LittleEndian(mac) | 1);
        var name = BinaryPrimitives.ReadUInt64LittleEndian(mac[8..]);
        return (string.Create(CultureInfo.InvariantCulture, $"{leg.Call.Value}-{leg.Number}-{branch}-{name:x16}"), tag);
    }
}
