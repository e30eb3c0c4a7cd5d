using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace CallCenter.Sip.Sdp;

/// <summary>One <c>a=crypto</c> line of a suite that we do (RFC 4568 §9.1). Its text shows nothing of the key.</summary>
/// <param name="Tag">The answer carries the tag of the line it accepts (§5.1.2).</param>
/// <param name="Key">Master key and salt, <see cref="KeyBytes"/>; whoever wrote the line encrypts with it.</param>
public sealed record CryptoAttribute(int Tag, CryptoSuite Suite, ReadOnlyMemory<byte> Key)
{
    /// <summary>16 bytes of key and 14 of salt, as both suites have them.</summary>
    public const int KeyBytes = 30;

    private const int HighestTag = 999_999_999;

    /// <summary>Whether the line that answers this one, or is answered by it, is this one.</summary>
    public bool Fits(CryptoAttribute other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Tag == other.Tag && Suite == other.Suite;
    }

    /// <summary>What follows <c>a=crypto:</c>. Holds the key: for the peer and for no log.</summary>
    public string ToSdp() =>
        string.Create(CultureInfo.InvariantCulture, $"{Tag} {NameOf(Suite)} inline:{Convert.ToBase64String(Key.Span)}");

    /// <summary>Reads what follows <c>a=crypto:</c>.</summary>
    /// <returns>
    /// False for another suite, for a key that is none, and for what we do not do: a master key identifier, more than one key, and session
    /// parameters, which all change how packets look and must not be accepted by whoever does not know them (§6.3).
    /// </returns>
    internal static bool TryParse(ReadOnlySpan<byte> value, [NotNullWhen(true)] out CryptoAttribute? attribute)
    {
        attribute = null;
        var keys = SdpFields.Field(value, 2);
        if (SdpFields.Number(SdpFields.Field(value, 0), HighestTag) is not { } tag || SuiteOf(SdpFields.Field(value, 1)) is not { } suite
            || !keys.StartsWith("inline:"u8) || !SdpFields.Field(value, 3).IsEmpty)
        {
            return false;
        }

        // inline:KEY|lifetime|MKI:length. The lifetime of 2^48 packets ends no call; an identifier has a colon, a second key a semicolon.
        keys = keys["inline:"u8.Length..];
        var bar = keys.IndexOf((byte)'|');
        var lifetime = bar < 0 ? default : keys[(bar + 1)..];
        if (lifetime.IndexOfAny(":;|"u8) >= 0 || KeyOf(bar < 0 ? keys : keys[..bar]) is not { } key) return false;
        attribute = new CryptoAttribute(tag, suite, key);
        return true;
    }

    private static byte[]? KeyOf(ReadOnlySpan<byte> text)
    {
        var key = new byte[KeyBytes];
        return text.Length == Base64.GetMaxEncodedToUtf8Length(KeyBytes)
            && Base64.DecodeFromUtf8(text, key, out _, out var written) == System.Buffers.OperationStatus.Done && written == KeyBytes
            ? key : null;
    }

    private static string NameOf(CryptoSuite suite) =>
        suite == CryptoSuite.Tag32 ? "AES_CM_128_HMAC_SHA1_32" : "AES_CM_128_HMAC_SHA1_80";

    private static CryptoSuite? SuiteOf(ReadOnlySpan<byte> name) =>
        Ascii.EqualsIgnoreCase(name, NameOf(CryptoSuite.Tag80)) ? CryptoSuite.Tag80
        : Ascii.EqualsIgnoreCase(name, NameOf(CryptoSuite.Tag32)) ? CryptoSuite.Tag32 : null;
}
