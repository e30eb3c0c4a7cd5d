using System.Net;

namespace CallCenter.Engine.Configuration.Rules;

/// <summary>Whether a text is a host: an address or a name, with a port where one follows after a colon.</summary>
internal static class HostForm
{
    public static bool IsValid(string text)
    {
        if (text.StartsWith('['))
        {
            var end = text.IndexOf(']', StringComparison.Ordinal);
            return end > 0 && IPAddress.TryParse(text.AsSpan(1, end - 1), out _) && (end == text.Length - 1 || IsPort(text[(end + 1)..]));
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var host = colon < 0 ? text : text[..colon];
        return (colon < 0 || IsPort(text[colon..])) && (IsAddress(host) || IsName(host));
    }

    /// <summary>Four parts of an IPv4 address; the runtime's parser would take "10" and "0x0a" too.</summary>
    internal static bool IsAddress(string host) =>
        host.Count(letter => letter == '.') == 3 && host.All(letter => letter == '.' || char.IsAsciiDigit(letter))
        && IPAddress.TryParse(host, out _);

    internal static bool IsPort(string withColon) =>
        withColon.StartsWith(':') && withColon.Length is > 1 and <= 6 && withColon.Skip(1).All(char.IsAsciiDigit)
        && int.Parse(withColon[1..]) is >= 1 and <= 65535;

    // Letters, digits and dashes (RFC 1123 §2.1); a name of digits and dots only would be a broken address.
    private static bool IsName(string host) =>
        host.Length is > 0 and <= 253 && host.Any(char.IsAsciiLetter) && host.Split('.').All(IsLabel);

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-'
        && label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
}
