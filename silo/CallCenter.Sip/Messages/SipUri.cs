using System.Globalization;
using System.Text;

namespace CallCenter.Sip.Messages;

/// <summary>A sip or sips URI (RFC 3261 §19.1). Immutable; keeps its text as written and cuts parts out of it on demand.</summary>
public sealed partial class SipUri
{
    private readonly Parts _parts;
    private string? _host;
    private string? _user;

    private SipUri(string text, in Parts parts)
    {
        Text = text;
        _parts = parts;
    }

    /// <summary>The URI as written.</summary>
    public string Text { get; }

    public bool IsSips => _parts.SchemeEnd == 4;

    public bool HasUser => _parts.UserEnd > _parts.UserStart;

    /// <summary>The user part with escapes resolved; empty when there is none.</summary>
    public string User => _user ??= Uri.UnescapeDataString(UserText.ToString());

    /// <summary>The user part as written, without password.</summary>
    public ReadOnlySpan<char> UserText => Text.AsSpan(_parts.UserStart, _parts.UserEnd - _parts.UserStart);

    /// <summary>Host name or address; an IPv6 address keeps its brackets.</summary>
    public string Host => _host ??= HostText.ToString();

    public ReadOnlySpan<char> HostText => Text.AsSpan(_parts.HostStart, _parts.HostEnd - _parts.HostStart);

    /// <summary>The port as written; 0 for none.</summary>
    public int Port => _parts.Port;

    /// <summary>URI parameters from the first semicolon; empty for none.</summary>
    public string Parameters => Text[_parts.ParametersStart.._parts.HeadersStart];

    /// <summary>URI headers after the question mark; empty for none.</summary>
    public string Headers => _parts.HeadersStart < Text.Length ? Text[(_parts.HeadersStart + 1)..] : "";

    /// <summary>The next hop routes loosely (RFC 3261 §16.12).</summary>
    public bool IsLooseRouter => Parameter("lr") is not null;

    /// <summary>The transport parameter; UDP when none, TLS for sips.</summary>
    public SipTransport Transport
    {
        get
        {
            var name = Parameter("transport");
            var transport = name is null ? SipTransport.Udp : SipTransports.Parse(Encoding.ASCII.GetBytes(name));
            return IsSips && transport is (SipTransport.Udp or SipTransport.Tcp) ? SipTransport.Tls : transport;
        }
    }

    /// <summary>The port to use: as written, or the transport's default.</summary>
    public int PortOrDefault => Port != 0 ? Port : Transport.DefaultPort();

    /// <summary>Builds a URI; the user part is escaped where it must be.</summary>
    /// <exception cref="FormatException">The host is no host.</exception>
    public static SipUri Of(string? user, string host, int port = 0, string parameters = "")
    {
        var prefix = string.IsNullOrEmpty(user) ? "sip:" : "sip:" + EscapeUser(user) + "@";
        var suffix = port == 0 ? parameters : string.Create(CultureInfo.InvariantCulture, $":{port}{parameters}");
        return Parse(prefix + host + suffix);
    }

    /// <summary>A URI that names an end point: what Contact and Route of ours hold.</summary>
    public static SipUri Of(string? user, SipEndPoint endPoint, string parameters = "") =>
        Of(user, endPoint.IsIPv4 ? endPoint.Address.ToString() : $"[{endPoint.Address}]", endPoint.Port, parameters);

    public static bool TryParse(ReadOnlySpan<byte> text, out SipUri uri)
    {
        uri = null!;
        return text.Length <= SipLimits.MaxUriBytes && TryParse(Encoding.UTF8.GetString(text), out uri);
    }

    public static bool TryParse(string text, out SipUri uri)
    {
        ArgumentNullException.ThrowIfNull(text);
        uri = null!;
        if (text.Length > SipLimits.MaxUriBytes || !Parts.TryParse(text, out var parts))
        {
            return false;
        }

        uri = new SipUri(text, in parts);
        return true;
    }

    /// <exception cref="FormatException">The text is no sip or sips URI.</exception>
    public static SipUri Parse(string text) => TryParse(text, out var uri) ? uri : throw new FormatException($"Not a SIP URI: '{text}'.");

    /// <summary>A URI parameter with escapes resolved; empty when it has no value, null when missing. Names ignore case.</summary>
    public string? Parameter(string name)
    {
        foreach (var range in Parameters.AsSpan().Split(';'))
        {
            var parameter = Parameters.AsSpan()[range];
            var equals = parameter.IndexOf('=');
            if ((equals < 0 ? parameter : parameter[..equals]).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return equals < 0 ? "" : Uri.UnescapeDataString(parameter[(equals + 1)..].ToString());
            }
        }

        return null;
    }

    /// <summary>The same with this parameter added or replaced; null for a parameter without value.</summary>
    public SipUri WithParameter(string name, string? value)
    {
        var kept = Parameters.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Where(parameter => !parameter.Split('=')[0].Equals(name, StringComparison.OrdinalIgnoreCase))
            .Append(value is null ? name : $"{name}={value}");
        return Parse(Text[.._parts.ParametersStart] + ";" + string.Join(';', kept) + Text[_parts.HeadersStart..]);
    }

    /// <summary>The same without headers and method parameter: what may stand in a Request-URI (§19.1.1, table 1).</summary>
    public SipUri ForRequestUri()
    {
        if (_parts.HeadersStart == Text.Length && Parameter("method") is null)
        {
            return this;
        }

        var kept = Parameters.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Where(parameter => !parameter.Split('=')[0].Equals("method", StringComparison.OrdinalIgnoreCase));
        return Parse(string.Concat(Text[.._parts.ParametersStart], string.Concat(kept.Select(parameter => ";" + parameter))));
    }

    public override string ToString() => Text;

    private static string EscapeUser(string user)
    {
        const string Allowed = "-_.!~*'()&=+$,;?/";
        if (user.All(c => char.IsAsciiLetterOrDigit(c) || Allowed.Contains(c, StringComparison.Ordinal)))
        {
            return user;
        }

        var result = new StringBuilder(user.Length + 8);
        foreach (var b in Encoding.UTF8.GetBytes(user))
        {
            if (char.IsAsciiLetterOrDigit((char)b) || Allowed.Contains((char)b, StringComparison.Ordinal))
            {
                result.Append((char)b);
            }
            else
            {
                result.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        return result.ToString();
    }
}
