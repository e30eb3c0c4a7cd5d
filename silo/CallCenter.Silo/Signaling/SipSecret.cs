using System.Security.Cryptography;
using System.Text;

namespace CallCenter.Silo.Signaling;

/// <summary>
/// The secret of a data folder that SIP identifiers and nonces are made from: nobody can guess them, a restart makes them again.
/// </summary>
internal sealed class SipSecret(byte[] bytes)
{
    private const string FileName = "sip-identity";
    private const int Length = 32;

    public byte[] Bytes => bytes;

    /// <summary>Reads the folder's secret, makes it on the first start.</summary>
    public static SipSecret Open(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (File.Exists(path) && File.ReadAllBytes(path) is { Length: Length } kept)
        {
            return new SipSecret(kept);
        }

        var secret = RandomNumberGenerator.GetBytes(Length);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        file.Write(secret);
        return new SipSecret(secret);
    }

    /// <summary>Another secret that lives as long as this one.</summary>
    public byte[] Derive(string purpose) => HMACSHA256.HashData(bytes, Encoding.UTF8.GetBytes(purpose));
}
