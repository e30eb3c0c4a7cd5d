using System.Security.Cryptography;
using System.Text;

namespace CallCenter.Silo.Secrets;

/// <summary>
/// Encrypts single passwords (AES-256-GCM). The name of what a password is for is authenticated with it, so that a line of the file cannot
/// be moved to another name.
/// </summary>
internal sealed class SecretCipher(byte[] key)
{
    public const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>Nonce, cipher text and tag as Base64.</summary>
    public string Encrypt(string name, string clear)
    {
        var text = Encoding.UTF8.GetBytes(clear);
        var box = new byte[NonceBytes + text.Length + TagBytes];
        var nonce = box.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        var (cipherText, tag) = (box.AsMemory(NonceBytes, text.Length), box.AsMemory(NonceBytes + text.Length));
        aes.Encrypt(nonce, text, cipherText.Span, tag.Span, Encoding.UTF8.GetBytes(name));
        return Convert.ToBase64String(box);
    }

    /// <summary>
    /// Throws <see cref="CryptographicException"/> or <see cref="FormatException"/> for what was not encrypted here under this name.
    /// </summary>
    public string Decrypt(string name, string encrypted)
    {
        var all = Convert.FromBase64String(encrypted).AsSpan();
        if (all.Length < NonceBytes + TagBytes) throw new CryptographicException("The secret is too short.");
        var text = new byte[all.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(all[..NonceBytes], all[NonceBytes..^TagBytes], all[^TagBytes..], text, Encoding.UTF8.GetBytes(name));
        return Encoding.UTF8.GetString(text);
    }
}
