using System.Text;

namespace CallCenter.Sip.Messages;

/// <summary>
/// A value of From, To, Contact, Route …: optional display name, URI, header parameters. Immutable. The URI is kept as text and
/// parsed on demand, since it may be of any scheme.
/// </summary>
public sealed class NameAddr
{
    private SipUri? _uri;

    /// <param name="displayName">Plain text; null or empty for none.</param>
    /// <param name="uriText">The URI without brackets.</param>
    /// <param name="parameters">Header parameters with their leading semicolon, or empty.</param>
    public NameAddr(string? displayName, string uriText, string parameters = "")
    {
        DisplayName = displayName ?? "";
        UriText = uriText;
        Parameters = parameters;
    }

    public NameAddr(string? displayName, SipUri uri, string parameters = "")
        : this(displayName, (uri ?? throw new ArgumentNullException(nameof(uri))).Text, parameters) => _uri = uri;

    /// <summary>The display name without quotes and escapes; empty for none.</summary>
    public string DisplayName { get; }

    /// <summary>The URI as written, without brackets.</summary>
    public string UriText { get; }

    /// <summary>Header parameters with their leading semicolon; empty for none.</summary>
    public string Parameters { get; }

    /// <summary>The URI when it is sip or sips and can be read, else null.</summary>
    public SipUri? Uri => _uri ??= SipUri.TryParse(UriText, out var uri) ? uri : null;

    /// <summary>
    /// Whom it names: the user part of a sip or sips URI, the telephone subscriber of a tel URI (RFC 3966), which may look alike; empty for
    /// neither.
    /// </summary>
    public string Subscriber => Uri?.User ?? (TelUri.TryParse(UriText, out var subscriber) ? subscriber : "");

    /// <summary>It is a telephone number by its scheme.</summary>
    public bool IsTel => UriText.StartsWith("tel:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The tag parameter; empty for none.</summary>
    public string Tag => Parameter("tag") ?? "";

    public static bool TryParse(ReadOnlySpan<byte> text, out NameAddr nameAddr)
    {
        if (text.Length > SipLimits.MaxMessageBytes || !NameAddrSyntax.TryParse(text, 0, out var syntax))
        {
            nameAddr = null!;
            return false;
        }

        nameAddr = new NameAddr(
            Unescape(Encoding.UTF8.GetString(SipParams.Unquote(Cut(text, syntax.Display)))),
            Encoding.UTF8.GetString(Cut(text, syntax.Uri)),
            Encoding.UTF8.GetString(Cut(text, syntax.Parameters)));
        return true;
    }

    public static bool TryParse(string text, out NameAddr nameAddr) => TryParse(Encoding.UTF8.GetBytes(text), out nameAddr);

    /// <summary>Throws <see cref="FormatException"/>: for text known to be well-formed, like our own.</summary>
    public static NameAddr Parse(ReadOnlySpan<byte> text) =>
        TryParse(text, out var nameAddr) ? nameAddr : throw new FormatException("Not a name-addr.");

    public static NameAddr Parse(string text) => Parse(Encoding.UTF8.GetBytes(text));

    /// <summary>A header parameter without quotes; empty when it has no value, null when it is missing.</summary>
    public string? Parameter(string name)
    {
        if (Parameters.Length == 0)
        {
            return null;
        }

        return SipParams.TryGet(Encoding.UTF8.GetBytes(Parameters), Encoding.UTF8.GetBytes(name), out var value)
            ? Encoding.UTF8.GetString(value) : null;
    }

    /// <summary>The same without header parameters.</summary>
    public NameAddr WithoutParameters() => Parameters.Length == 0 ? this : new NameAddr(DisplayName, UriText);

    /// <summary>The header value, always with brackets, so that URI parameters cannot be taken for header parameters.</summary>
    public override string ToString() =>
        DisplayName.Length == 0 ? $"<{UriText}>{Parameters}" : $"\"{Escape(DisplayName)}\" <{UriText}>{Parameters}";

    /// <summary>Escapes text for a quoted string (RFC 3261 §25.1).</summary>
    internal static string Escape(string text) =>
        text.AsSpan().IndexOfAny('\\', '"') < 0 ? text : text.Replace("\\", "\\\\").Replace("\"", "\\\"");

    private static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
            {
                i++;
            }

            result.Append(text[i]);
        }

        return result.ToString();
    }

    private static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> text, Slice slice) => text.Slice(slice.Start, slice.Length);
}
