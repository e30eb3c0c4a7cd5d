using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CallCenter.Media.Srtp;

/// <summary>One a=crypto line of a session description (RFC 4568 §9.1), of the one suite that every phone has.</summary>
/// <param name="Tag">The answer carries the tag of the line it accepts (§5.1.2).</param>
public sealed record CryptoAttribute(int Tag, SrtpMasterKey Key)
{
    /// <summary>AES in counter mode with 128 bits, tags of 80 bits (§6.2.1).</summary>
    public const string Suite = "AES_CM_128_HMAC_SHA1_80";

    private const string Inline = "inline:";
    private const int MostTagDigits = 9;

    /// <summary>Reads what follows "a=crypto:".</summary>
    /// <returns>
    /// False for another suite, for a key that is none, and for what we do not do: a master key identifier, more than one key, and session
    /// parameters, which all change how packets look and must not be accepted by whoever does not know them (§6.3).
    /// </returns>
    public static bool TryParse(string value, [NotNullWhen(true)] out CryptoAttribute? attribute)
    {
        attribute = null;
        var fields = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != 3 || !fields[1].Equals(Suite, StringComparison.OrdinalIgnoreCase)
            || !fields[2].StartsWith(Inline, StringComparison.Ordinal) || fields[0].Length > MostTagDigits
            || !int.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out var tag))
        {
            return false;
        }

        // inline:KEY|lifetime|MKI:length. The lifetime of 2^48 packets ends no call; an identifier has a colon.
        var parameters = fields[2][Inline.Length..].Split('|');
        Span<byte> bytes = stackalloc byte[SrtpMasterKey.Bytes];
        if (parameters.Length > 2 || fields[2].Contains(';', StringComparison.Ordinal)
            || parameters[1..].Any(one => one.Contains(':', StringComparison.Ordinal))
            || !Convert.TryFromBase64String(parameters[0], bytes, out var length) || length != bytes.Length)
        {
            return false;
        }

        attribute = new CryptoAttribute(tag, new SrtpMasterKey(bytes));
        return true;
    }

    /// <summary>What follows "a=crypto:". Holds the key: for the peer and for no log.</summary>
    public string ToSdp() => string.Create(CultureInfo.InvariantCulture, $"{Tag} {Suite} {Inline}{Key.ToBase64()}");
}
