using System.Globalization;
using System.Text;

namespace CallCenter.Sip.Messages;

/// <content>Comparison by RFC 3261 §19.1.4. It is not transitive, hence no <c>Equals</c>.</content>
public sealed partial class SipUri
{
    private const string Reserved = ";/?:@&=+$,";
    private static readonly string[] AlwaysCompared = ["user", "ttl", "method", "maddr", "transport"];

    /// <summary>True when both name the same resource.</summary>
    public bool IsEquivalentTo(SipUri other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (ReferenceEquals(this, other) || Text == other.Text)
        {
            return true;
        }

        return IsSips == other.IsSips
            && Port == other.Port
            && HostText.Equals(other.HostText, StringComparison.OrdinalIgnoreCase)
            && Canonical(UserInfo) == Canonical(other.UserInfo)
            && ParametersMatch(other)
            && HeadersMatch(other);
    }

    private string UserInfo => HasUser ? Text[_parts.UserStart..(_parts.HostStart - 1)] : "";

    private bool ParametersMatch(SipUri other)
    {
        var mine = Pairs(Parameters, ';');
        var theirs = Pairs(other.Parameters, ';');
        foreach (var (name, value) in mine)
        {
            if (theirs.TryGetValue(name, out var theirValue) && !value.Equals(theirValue, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return AlwaysCompared.All(name => mine.ContainsKey(name) == theirs.ContainsKey(name));
    }

    private bool HeadersMatch(SipUri other)
    {
        var mine = Pairs(Headers, '&');
        var theirs = Pairs(other.Headers, '&');
        return mine.Count == theirs.Count
            && mine.All(pair => theirs.TryGetValue(pair.Key, out var value) && value == pair.Value);
    }

    private static Dictionary<string, string> Pairs(string text, char separator)
    {
        var pairs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(separator, StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            pairs[Canonical(equals < 0 ? part : part[..equals])] = equals < 0 ? "" : Canonical(part[(equals + 1)..]);
        }

        return pairs;
    }

    /// <summary>Resolves escapes of characters outside the reserved set, which mean the same escaped or not.</summary>
    private static string Canonical(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                result.Append(text[i]);
                continue;
            }

            var c = (char)byte.Parse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            var keep = Reserved.Contains(c, StringComparison.Ordinal);
            result.Append(keep ? text.Substring(i, 3).ToUpperInvariant() : c.ToString());
            i += 2;
        }

        return result.ToString();
    }
}
