using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CallCenter.Tests.Shared.Torture;

/// <summary>
/// The 49 messages of RFC 4475 §3, by the file name the RFC gives each. They are kept as text in the notation of its §2.1
/// (<c>&lt;hex&gt;</c>, <c>&lt;repeat count=n&gt;</c>; lines end with CRLF on the wire); the one multipart body with a long
/// signature is shortened.
/// </summary>
public static partial class TortureMessages
{
    private static readonly Dictionary<string, byte[]> ByName = Read();

    /// <summary>Names in the order of the RFC.</summary>
    public static IReadOnlyCollection<string> Names => ByName.Keys;

    /// <summary>A copy of the message's bytes.</summary>
    public static byte[] Bytes(string name) => [.. ByName[name]];

    private static Dictionary<string, byte[]> Read()
    {
        using var stream = typeof(TortureMessages).Assembly.GetManifestResourceStream("rfc4475.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var messages = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var part in reader.ReadToEnd().Split("== ", StringSplitOptions.RemoveEmptyEntries))
        {
            var lineEnd = part.IndexOf('\n', StringComparison.Ordinal);
            var name = part[(part.IndexOf(' ', StringComparison.Ordinal) + 1)..lineEnd];
            messages.Add(name, Expand(part[(lineEnd + 1)..]));
        }

        return messages;
    }

    private static byte[] Expand(string text)
    {
        var repeated = Repeat().Replace(
            text,
            match => string.Concat(
                Enumerable.Repeat(match.Groups[2].Value, int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))));
        var bytes = new List<byte>();
        var at = 0;
        foreach (Match match in Hex().Matches(repeated))
        {
            bytes.AddRange(Lines(repeated[at..match.Index]));
            bytes.AddRange(Convert.FromHexString(match.Groups[1].Value));
            at = match.Index + match.Length;
        }

        bytes.AddRange(Lines(repeated[at..]));
        return [.. bytes];
    }

    private static byte[] Lines(string text) => Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal));

    [GeneratedRegex("<repeat count=([0-9]+)>(.*?)</repeat>")]
    private static partial Regex Repeat();

    [GeneratedRegex("<hex>([0-9A-F]+)</hex>")]
    private static partial Regex Hex();
}
